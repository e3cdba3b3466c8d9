package org.recipeharness.symptom;

import java.util.Optional;
import java.util.regex.Pattern;

/** More memory wanted than there is. */
record SpentMemory() implements Signature {

    private static final Pattern COMPLAINT =
            Pattern.compile("java\\.lang\\.OutOfMemoryError|JavaScript heap out of memory|(?i:cannot allocate memory)");

    @Override
    public Optional<Symptom> in(String line, Account account) {
        return COMPLAINT.matcher(line).find()
                ? Optional.of(of(line, "The program has used up the memory that it may take", account))
                : Optional.empty();
    }

    /** Reads the engine's flag. */
    Optional<Symptom> inEnd(Account account) {
        return account.outOfMemory()
                ? Optional.of(of(
                        "the engine says of its container: OOMKilled",
                        "The kernel ended a process of it for the memory that it took",
                        account))
                : Optional.empty();
    }

    private static Symptom of(String said, String meaning, Account account) {
        String limit = account.service()
                .given()
                .memory()
                .map(memory -> "the service's memory limit is " + memory)
                .orElse("the service has no memory limit: the bound is the program's own, or the node's memory");
        return account.symptom(
                Sign.OUT_OF_MEMORY,
                said,
                meaning + "; " + limit,
                "Give it more (deploy.resources.limits.memory, or the program's own setting), or find what takes it");
    }
}
