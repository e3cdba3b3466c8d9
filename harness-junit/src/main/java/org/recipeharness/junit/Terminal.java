package org.recipeharness.junit;

import java.io.Console;
import java.util.Map;
import org.junit.platform.commons.support.ReflectionSupport;
import org.recipeharness.report.Ink;

/** Who reads what the process prints. */
final class Terminal {

    private Terminal() {}

    /** Colours for a terminal, but where it can't show them or its user does not want them (<a href="https://no-color.org">no-color.org</a>). */
    @SuppressWarnings("SystemConsoleNull") // before Java 22 it is; from then on, isTerminal tells
    static Ink ink(Map<String, String> environment) {
        Console console = System.console();
        boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(environment.get("TERM"));
        return console != null && wanted && isTerminal(console) ? Ink.COLOURED : Ink.PLAIN;
    }

    /** From Java 22 on there is a console without a terminal too, which only its own method tells. */
    private static boolean isTerminal(Console console) {
        return ReflectionSupport.findMethod(Console.class, "isTerminal")
                .map(method -> Boolean.TRUE.equals(ReflectionSupport.invokeMethod(method, console)))
                .orElse(true);
    }
}
