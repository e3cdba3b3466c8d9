package org.recipeharness.symptom;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A variable that an app cannot do without. */
record MissingVariable() implements Signature {

    /** With an underscore in it, as a word in capitals may be anything: {@code ERROR: required}. */
    private static final String NAME = "([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)";

    private static final List<Pattern> COMPLAINTS = List.of(
            Pattern.compile(
                    "\\b" + NAME + "\\b[\"'`]?:?(?i:(?: (?:the|environment|env|variable|is|was|has|parameter|null|or))*"
                            + " (?:not set|not been set|not defined|unset|unbound|undefined|required|missing|empty"
                            + "|must (?:not )?be|needs to be))\\b"),
            Pattern.compile("(?i:\\b(?:no|not|must|missing|requires?|required|needs?)\\b.*?"
                    + "\\b(?:set|specify|define|provide|missing|requires?|required)"
                    + "(?: (?:the|either|environment|env|variable|variables))*:? [\"'`]?)" + NAME),
            Pattern.compile(
                    "(?i:\\b(?:missing|required)(?: (?:required|environment|env|variable|variables))*:? [\"'`]?)"
                            + NAME),
            Pattern.compile("\\bKeyError: '([A-Z][A-Z0-9_]+)'"));

    @Override
    public Optional<Symptom> in(String line, Account account) {
        return COMPLAINTS.stream()
                .map(complaint -> complaint.matcher(line))
                .filter(Matcher::find)
                .findFirst()
                .map(found -> of(found.group(1), line, account));
    }

    private static Symptom of(String name, String line, Account account) {
        boolean given = account.service().given().variables().contains(name);
        return account.symptom(
                Sign.MISSING_VARIABLE,
                line,
                "The service is " + (given ? "" : "not ") + "given " + name + " under its 'environment'",
                given
                        ? "Look at what it is set to: it may be empty, as where .env.sample leaves it out"
                        : "Name it there, with a value of .env.sample or of a secret");
    }
}
