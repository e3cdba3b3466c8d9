package org.recipeharness.verdict;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a failure says, without all that is another each time: run ids, the domain and the stack of a run, ids, times, numbers.
 *
 * <p>Two failures with equal causes are taken for the same failure. Codes stay, as 404 is another cause than 502.
 *
 * @param text what is left of the words, on one line
 */
public record Cause(String text) {

    private static final List<Rule> RULES = List.of(
            new Rule("\\b\\d{8}-\\d{6}-[0-9a-f]{6}\\b", "<run>"),
            new Rule("\\b[a-z0-9-]+-[0-9a-f]{6}(?:[._][a-z0-9-]+)+", "<app>"),
            new Rule(
                    "\\b\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d+)?)?(?: ?UTC|Z|[+-]\\d\\d:?\\d\\d)?",
                    "<time>"),
            new Rule("\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b", "<id>"),
            new Rule("\\b(?:sha256:)?(?=[0-9a-f]*\\d)[0-9a-f]{7,64}\\b", "<id>"),
            // So long are the ids of a swarm's tasks, services and nodes.
            new Rule("\\b(?=[a-z]*\\d)[a-z0-9]{25}\\b", "<id>"),
            new Rule("@[0-9a-f]{5,8}\\b", "@<id>"),
            new Rule("(?<!\\b(?:status|code|HTTP|answered|was)[: ]{1,2})(?<![\\d.,])\\d+(?:[.,]\\d+)*", "#"),
            new Rule("\\s+", " "));

    /**
     * Takes what a failure says.
     *
     * @param said such as {@code Removing the stack gitea-1f0c3a_example_test: after 60 s there is still a volume}
     * @return such as {@code Removing the stack <app>: after # s there is still a volume}
     */
    public static Cause of(String said) {
        String text = said.strip();
        for (Rule rule : RULES) {
            text = rule.written().matcher(text).replaceAll(rule.instead());
        }
        return new Cause(text);
    }

    /**
     * Leaves out whose it is, for what may happen to several alike.
     *
     * @param recipe the recipe's name
     * @return the same for each recipe
     */
    public Cause without(String recipe) {
        return new Cause(Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(recipe) + "(?![A-Za-z0-9])")
                .matcher(text)
                .replaceAll(Matcher.quoteReplacement("<recipe>")));
    }

    @Override
    public String toString() {
        return text;
    }

    private record Rule(Pattern written, String instead) {

        Rule(String written, String instead) {
            this(Pattern.compile(written), instead);
        }
    }
}
