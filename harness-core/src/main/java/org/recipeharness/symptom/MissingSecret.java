package org.recipeharness.symptom;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recipeharness.stack.Mounted;
import org.recipeharness.stack.Mounted.Kind;
import org.recipeharness.stack.StackService;

/** A secret's file that is not there. */
record MissingSecret() implements Signature {

    private static final Pattern FILE = Pattern.compile("/run/secrets/([\\w.-]*\\w)");
    private static final Pattern COMPLAINT = Pattern.compile(
            "(?i)no such file|ENOENT|not found|does(?:n't| not) exist|(?:can't|cannot|could not|unable to)(?: be)? (?:read|open)");

    @Override
    public Optional<Symptom> in(String line, Account account) {
        Matcher file = FILE.matcher(line);
        if (!COMPLAINT.matcher(line).find() || !file.find()) {
            return Optional.empty();
        }
        return Optional.of(account.mountOf(file.group())
                .map(mount -> account.symptom(
                        Sign.MISSING_SECRET,
                        line,
                        file.group() + " is the service's " + mount,
                        "Look at its 'mode' and 'uid', and at who the service runs as"))
                .orElseGet(() -> account.symptom(
                        Sign.MISSING_SECRET,
                        line,
                        "The service mounts no secret at " + file.group() + elsewhere(file.group(1), account),
                        "Name it under the service's 'secrets', or take away what asks for it")));
    }

    private static String elsewhere(String secret, Account account) {
        for (StackService service : account.stack().services()) {
            for (Mounted mount : service.given().mounts()) {
                if (mount.kind() == Kind.SECRET && mount.source().equals(secret)) {
                    return "; service '" + service.name() + "' has the " + mount;
                }
            }
        }
        return ", nor does another service of the stack have a secret '" + secret + "'";
    }
}
