package org.recipeharness.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recipeharness.fault.Party;
import org.recipeharness.verdict.Verdict.Kind;

/**
 * Says whose the fault of a red recipe is.
 *
 * <p>The questions are asked in this order: is anything known, was it something outside, the harness, was it the same each time,
 * and what is it about. {@code docs/verdicts.md} tells it in full.
 */
public final class Judge {

    private final Accounts all;
    private final Accounts alone;
    private final Past past;

    private Judge(Accounts all, Past past) {
        this.all = all;
        this.alone = all.alone().telling();
        this.past = past;
    }

    /**
     * Judges a red recipe.
     *
     * @param attempts the one in the sweep and those alone, at least one of them with a red test
     * @param past what earlier runs know of it
     * @return whose the fault is
     * @throws IllegalArgumentException when nothing was red, so that there is no fault
     */
    public static Verdict of(List<Attempt> attempts, Past past) {
        if (attempts.stream().allMatch(Attempt::isGreen)) {
            throw new IllegalArgumentException("Judging a recipe: found " + attempts.size()
                    + " attempts and no red test in any, expected a red one");
        }
        return new Judge(Accounts.of(attempts), past).verdict();
    }

    private Verdict verdict() {
        if (all.red().isEmpty()) {
            return all.external().findAny().isPresent() ? external() : evidenceMissing();
        }
        if (all.telling().allHave(Party.HARNESS)) {
            return told(
                    Kind.HARNESS_DEFECT,
                    "An error of the harness itself was there in each of "
                            + all.telling().size() + " attempts",
                    alone.isEmpty() ? OptionalDouble.empty() : odds(),
                    reds(all.red().own().filter(red -> red.party() == Party.HARNESS)));
        }
        if (alone.isEmpty()) {
            return told(
                    Kind.UNVERIFIED,
                    "It was not run again alone, or came to no result there, so it is not known whether it would be red"
                            + " again",
                    OptionalDouble.empty(),
                    reds(all.own()));
        }
        if (alone.red().isEmpty()) {
            return greenAlone();
        }
        return alone.green().isEmpty() ? redAlone() : both();
    }

    private Verdict external() {
        boolean gone = !alone.green().isEmpty();
        return told(
                Kind.EXTERNAL,
                "Nothing was red but what comes from outside of recipe, assertions and harness"
                        + (gone ? ", and it was gone when the recipe ran alone" : ""),
                OptionalDouble.empty(),
                reds(all.external()));
    }

    private Verdict evidenceMissing() {
        return told(
                Kind.UNVERIFIED,
                "Nothing has failed, but the evidence that it owes is missing"
                        + (alone.green().isEmpty() ? "" : ", which was there when the recipe ran alone"),
                OptionalDouble.empty(),
                reds(all.each().stream().flatMap(account -> account.attempt().reds().stream())));
    }

    private Verdict both() {
        return told(
                Kind.FLAKY,
                "Alone and with the same input it was red " + alone.red().size() + " and green "
                        + alone.green().size() + " times",
                odds(),
                reds(all.own()));
    }

    private Verdict greenAlone() {
        Accounts sweep = all.inTheSweep();
        List<String> pressure = Pressure.more(sweep, alone);
        List<String> imposed = sweep.each().stream()
                .flatMap(account -> account.attempt().imposed().stream())
                .toList();
        String counted = "green each of " + alone.size() + " times alone";
        if (!sweep.own().allMatch(Red::timed)) {
            return told(
                    Kind.FLAKY,
                    "Red in the sweep, " + counted + ", and not only by a limit of time, so load does not explain it",
                    odds(),
                    Stream.concat(reds(sweep.own()), pressure.stream()));
        }
        if (!imposed.isEmpty()) {
            return told(
                    Kind.LOAD_SENSITIVE,
                    "Proved: under " + String.join(", ", imposed)
                            + " a limit of time was reached, and without it it was " + counted,
                    odds(),
                    Stream.concat(reds(sweep.own()), pressure.stream()));
        }
        if (!pressure.isEmpty()) {
            return told(
                    Kind.LOAD_SENSITIVE,
                    "Only limits of time were reached, while the machine had more to do than alone, where it was "
                            + counted,
                    odds(),
                    Stream.concat(reds(sweep.own()), pressure.stream()));
        }
        return told(
                Kind.FLAKY,
                "Only limits of time were reached in the sweep, and it was " + counted
                        + "; but that the machine had more to do in the sweep was not measured",
                odds(),
                reds(sweep.own()));
    }

    private Verdict redAlone() {
        List<Red> same = alone.sameCauses();
        boolean inTheSameWords = !same.isEmpty();
        if (!inTheSameWords) {
            same = alone.sameTests();
        }
        if (same.isEmpty()) {
            return told(
                    Kind.FLAKY,
                    "It was red each of " + alone.size() + " times alone, but never by the same test",
                    OptionalDouble.of(0),
                    reds(all.own()));
        }
        String counted = "red each of " + alone.size() + " times alone, "
                + (inTheSameWords ? "with the same cause" : "by the same test in other words each time");
        // A generic check that is red only now and then still takes away the ground for blaming the assertions alone.
        Set<Party> parties = Stream.concat(same.stream(), alone.own().filter(red -> red.party() == Party.RECIPE))
                .map(Red::party)
                .collect(Collectors.toSet());
        if (parties.contains(Party.RECIPE)) {
            return told(
                    Kind.RECIPE_DEFECT,
                    "It was " + counted + ", and a generic check of what the recipe publishes has failed",
                    odds(),
                    Stream.concat(reds(all.own()), past.told().stream()));
        }
        if (parties.equals(Set.of(Party.OVERLAY))) {
            return overlay(counted);
        }
        return told(
                Kind.UNVERIFIED,
                "It was " + counted + ", but the failure does not tell whose it is",
                odds(),
                Stream.concat(reds(all.own()), past.told().stream()));
    }

    private Verdict overlay(String counted) {
        Stream<String> evidence = Stream.concat(reds(all.own()), past.told().stream());
        if (past.onlyRecipeChanged()) {
            return told(
                    Kind.RECIPE_DEFECT,
                    "It was " + counted + ", and the assertion that fails was green with another commit of the recipe",
                    odds(),
                    evidence);
        }
        return told(
                Kind.STALE_OVERLAY,
                "It was " + counted + ", and all generic checks were green: "
                        + (past.onlyOverlayChanged()
                                ? "this same commit of the recipe was green before the assertions were changed"
                                : "by elimination, the assertions ask for what this version does not promise"),
                odds(),
                evidence);
    }

    private OptionalDouble odds() {
        return OptionalDouble.of(Odds.wrong(alone.red().size(), alone.green().size()));
    }

    private Verdict told(Kind kind, String because, OptionalDouble wrong, Stream<String> evidence) {
        var lines = new ArrayList<String>(evidence.distinct().toList());
        all.each().stream()
                .filter(account -> !account.tells())
                .forEach(account -> lines.add("Not counted, " + account.name() + ": "
                        + (account.external().isEmpty() ? "evidence is missing" : "something outside has failed")));
        return new Verdict(kind, because, lines, wrong);
    }

    /** A line for each different cause. */
    private static Stream<String> reds(Stream<Red> reds) {
        return reds
                .collect(Collectors.toMap(
                        red -> red.test() + "\n" + Cause.of(red.cause()),
                        red -> red.test() + ": " + red.cause(),
                        (first, later) -> first,
                        LinkedHashMap::new))
                .values()
                .stream();
    }
}
