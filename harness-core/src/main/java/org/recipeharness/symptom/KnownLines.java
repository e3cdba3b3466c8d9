package org.recipeharness.symptom;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lines that mean the same in every stack. */
record KnownLines(List<KnownLine> lines) implements Signature {

    /** Lines that a program itself calls harmless, and those of failures that it deals with. */
    private static final Pattern HARMLESS = Pattern.compile(
            "(?i)^.{0,60}?(?:\\blevel=\"?(?:debug|info|trace)\\b|\\[(?:debug|info|trace|note)\\]|\\b(?:DEBUG|INFO|TRACE|NOTICE):? )"
                    + "|\"level\":\\s?\"(?:debug|info|trace)\"|\\bskipp(?:ing|ed)\\b|\\bretrying\\b|\\bignor(?:ing|ed)\\b|\\bfall(?:ing)? back\\b");

    static final KnownLines OF_LOGS =
            new KnownLines(Stream.of(DataLines.ALL, LockLines.ALL, StartLines.ALL, ResourceLines.ALL)
                    .flatMap(List::stream)
                    .toList());

    /** The engine's messages about tasks. */
    static final KnownLines OF_ENGINES = new KnownLines(Stream.of(EngineLines.ALL, StartLines.ALL, ResourceLines.ALL)
            .flatMap(List::stream)
            .toList());

    KnownLines {
        lines = List.copyOf(lines);
    }

    @Override
    public Optional<Symptom> in(String line, Account account) {
        return HARMLESS.matcher(line).find()
                ? Optional.empty()
                : lines.stream()
                        .flatMap(known -> known.in(line, account).stream())
                        .findFirst();
    }
}
