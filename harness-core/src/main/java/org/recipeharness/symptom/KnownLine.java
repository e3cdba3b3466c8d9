package org.recipeharness.symptom;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that means the same in every stack.
 *
 * @param sign the kind of symptom
 * @param words what the line says; groups may be cited in the meaning as {@code {1}}, and a group named {@code path} is a file of the
 *     container
 * @param meaning what is wrong
 * @param advice what to do
 */
record KnownLine(Sign sign, Pattern words, String meaning, String advice) {

    private static final String PATH = "(?<path>";

    static KnownLine of(Sign sign, String words, String meaning, String advice) {
        return new KnownLine(sign, Pattern.compile(words), meaning, advice);
    }

    Optional<Symptom> in(String line, Account account) {
        Matcher found = words.matcher(line);
        return found.find()
                ? Optional.of(account.symptom(sign, line, cited(found) + mount(found, account), advice))
                : Optional.empty();
    }

    private String cited(Matcher found) {
        String text = meaning;
        for (int group = 1; group <= found.groupCount(); group++) {
            text = text.replace(
                    "{" + group + "}", Optional.ofNullable(found.group(group)).orElse(""));
        }
        return text;
    }

    private String mount(Matcher found, Account account) {
        return words.pattern().contains(PATH)
                ? Optional.ofNullable(found.group("path"))
                        .flatMap(account::mountOf)
                        .map(mount -> "; it lies on the " + mount)
                        .orElse("")
                : "";
    }
}
