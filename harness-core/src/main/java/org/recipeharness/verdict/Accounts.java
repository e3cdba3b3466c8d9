package org.recipeharness.verdict;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.recipeharness.fault.Party;

/**
 * What several attempts tell of a recipe.
 *
 * @param each an account of each, in their order
 */
record Accounts(List<Account> each) {

    static Accounts of(List<Attempt> attempts) {
        return new Accounts(attempts.stream().map(Account::of).toList());
    }

    Accounts alone() {
        return only(account -> account.attempt().number() > 0);
    }

    Accounts inTheSweep() {
        return only(account -> account.attempt().number() == 0);
    }

    Accounts red() {
        return only(Account::isRed);
    }

    Accounts green() {
        return only(Account::isGreen);
    }

    Accounts telling() {
        return only(Account::tells);
    }

    private Accounts only(Predicate<Account> which) {
        return new Accounts(each.stream().filter(which).toList());
    }

    int size() {
        return each.size();
    }

    boolean isEmpty() {
        return each.isEmpty();
    }

    Stream<Red> own() {
        return each.stream().flatMap(account -> account.own().stream());
    }

    Stream<Red> external() {
        return each.stream().flatMap(account -> account.external().stream());
    }

    boolean allHave(Party party) {
        return !isEmpty() && each.stream().allMatch(account -> account.has(party));
    }

    /** The reds that are there each time with the same cause; of the first attempt. */
    List<Red> sameCauses() {
        Set<Cause> causes = inEach(Account::causes);
        return first(red -> causes.contains(Cause.of(red.cause())));
    }

    /** The tests that are red each time, whatever they say; of the first attempt. */
    List<Red> sameTests() {
        Set<String> tests = inEach(Account::tests);
        return first(red -> tests.contains(red.test()));
    }

    private List<Red> first(Predicate<Red> which) {
        return each.stream()
                .limit(1)
                .flatMap(account -> account.own().stream())
                .filter(which)
                .toList();
    }

    private <T> Set<T> inEach(Function<Account, Set<T>> things) {
        var common = new HashSet<T>();
        each.stream().limit(1).map(things).forEach(common::addAll);
        each.stream().map(things).forEach(common::retainAll);
        return common;
    }
}
