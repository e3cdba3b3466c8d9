package org.recipeharness.symptom;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds symptoms in what is known of a service; of those that mean the same, the latest one. */
public final class Symptoms {

    private static final int MOST = 5;
    private static final int LONGEST = 300;

    private static final TakenPort PORT = new TakenPort();
    private static final SpentMemory MEMORY = new SpentMemory();
    private static final List<Signature> SIGNATURES = List.of(
            new ReadOnlyFile(),
            new MissingSecret(),
            new MissingVariable(),
            PORT,
            MEMORY,
            KnownLines.OF_LOGS,
            new RefusedDatabase(),
            new DeniedPath());

    private Symptoms() {}

    /**
     * Looks for known forms.
     *
     * @param account what is known of one service
     * @return the kernel's and the engine's words first, then the log's, the latest first; five at most, empty where nothing known
     *     was said
     */
    public static List<Symptom> of(Account account) {
        var found = new LinkedHashMap<String, Symptom>();
        MEMORY.inEnd(account).ifPresent(symptom -> add(found, symptom));
        account.refusals().forEach(refusal -> refused(refusal, account).ifPresent(each -> add(found, each)));
        for (int line = account.lines().size() - 1; line >= 0; line--) {
            first(account.lines().get(line), account).ifPresent(symptom -> add(found, symptom));
        }
        return found.values().stream().limit(MOST).toList();
    }

    /**
     * Writes symptoms one below the other.
     *
     * @param symptoms any number
     * @return each on lines of its own, with a line break before it
     */
    public static String text(List<Symptom> symptoms) {
        return symptoms.stream().map(symptom -> "\n  " + symptom).collect(Collectors.joining());
    }

    private static void add(Map<String, Symptom> found, Symptom symptom) {
        found.putIfAbsent(symptom.sign() + symptom.meaning(), symptom);
    }

    private static Optional<Symptom> refused(String refusal, Account account) {
        return PORT.inRefusal(refusal, account).or(() -> KnownLines.OF_ENGINES.in(refusal, account));
    }

    private static Optional<Symptom> first(String line, Account account) {
        String bounded = line.strip();
        bounded = bounded.length() > LONGEST ? bounded.substring(0, LONGEST) + "..." : bounded;
        for (Signature signature : SIGNATURES) {
            Optional<Symptom> symptom = signature.in(bounded, account);
            if (symptom.isPresent()) {
                return symptom;
            }
        }
        return Optional.empty();
    }
}
