package org.recipeharness.neighbours;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recipeharness.stack.StackText;

/**
 * A place where a service is told to ask for a name as a host. What only might be one, such as a word of that name, is none.
 *
 * @param place where, with file and line
 * @param words what is written there, without a login
 */
record HostMention(String place, String words) {

    private static final List<String> HOST_VARIABLES =
            List.of("HOST", "SERVER", "ADDR", "UPSTREAM", "BACKEND", "ENDPOINT");

    static Optional<HostMention> of(String name, List<StackText> texts) {
        return texts.stream().flatMap(text -> in(text, name).stream()).findFirst();
    }

    private static Optional<HostMention> in(StackText text, String name) {
        if (text.text().strip().equals(name)) {
            return isHostVariable(text.place()) ? Optional.of(new HostMention(place(text, 0), name)) : Optional.empty();
        }
        String quoted = Pattern.quote(name);
        Matcher found = Pattern.compile(
                        // an address, with or without a login
                        "(?<scheme>[a-z][a-z0-9+.-]*://)(?:[^\\s/@\"']*@)?(?<url>" + quoted + "(?::\\d+)?)(?![\\w.-])"
                                // host:port
                                + "|(?<![\\w./@:-])(?<port>" + quoted + ":\\d{2,5})(?![\\w.-])"
                                // host=, --host, reverse_proxy
                                + "|(?i:(?<![\\w-])(?:--)?host(?:name)?\\s*[=: ]\\s*[\"']?|\\breverse_proxy\\s+)(?<word>"
                                + quoted + ")(?![\\w.-])")
                .matcher(text.text());
        if (!found.find()) {
            return Optional.empty();
        }
        String words = found.group("url") == null ? found.group().strip() : found.group("scheme") + found.group("url");
        return Optional.of(new HostMention(place(text, found.start()), words));
    }

    private static boolean isHostVariable(String place) {
        String variable = place.toUpperCase(Locale.ROOT);
        return variable.startsWith("ENVIRONMENT ") && HOST_VARIABLES.stream().anyMatch(variable::contains);
    }

    private static String place(StackText text, int at) {
        long lines = text.text()
                .substring(0, at)
                .chars()
                .filter(sign -> sign == '\n')
                .count();
        int line = text.origin().line();
        return text.place() + " (" + text.origin().file() + (line == 0 ? "" : ":" + (line + lines)) + ")";
    }

    @Override
    public String toString() {
        return place + " as '" + words + "'";
    }
}
