package org.recipeharness.history;

import java.nio.file.Path;
import java.util.Optional;

/** Writes runs until it is killed. */
final class HistoryWriter {

    private HistoryWriter() {}

    public static void main(String[] arguments) {
        var history = new History(Path.of(arguments[0]));
        for (int day = 0; day < 10_000; day++) {
            history.record(Runs.sweep(day, Runs.green(1)), result -> Optional.of(Runs.IDENTITY));
            System.out.println("written");
        }
    }
}
