package org.recipeharness.symptom;

import java.util.Optional;

/** A form that lines of logs have which tell why a service does not work. */
sealed interface Signature
        permits ReadOnlyFile,
                MissingSecret,
                MissingVariable,
                TakenPort,
                SpentMemory,
                RefusedDatabase,
                DeniedPath,
                KnownLines {

    /**
     * Reads a line.
     *
     * @param line one line of the service's log
     * @param account all that is known of the service
     * @return empty where the line is of another form, or is about nothing that the stack knows
     */
    Optional<Symptom> in(String line, Account account);
}
