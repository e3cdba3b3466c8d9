package org.recipeharness.symptom;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recipeharness.stack.Mounted;

/** A file on a volume, or another mount, that the service's user may not have. */
record DeniedPath() implements Signature {

    private static final Pattern COMPLAINT =
            Pattern.compile("(?i)permission denied|\\bEACCES\\b|Errcode: 13\\b|AccessDeniedException");

    @Override
    public Optional<Symptom> in(String line, Account account) {
        Matcher complaint = COMPLAINT.matcher(line);
        if (!complaint.find()) {
            return Optional.empty();
        }
        Optional<String> path = NamedPath.in(line, complaint);
        return path.flatMap(account::mountOf).map(mount -> of(path.get(), mount, line, account));
    }

    private static Symptom of(String path, Mounted mount, String line, Account account) {
        return account.symptom(
                Sign.PERMISSION_DENIED,
                line,
                path + " lies on the " + mount + "; the service runs as "
                        + account.service()
                                .given()
                                .user()
                                .map(user -> "user '" + user + "'")
                                .orElse("its image's user"),
                "Compare that user with the files' owner and mode; an image of another release may run as another user");
    }
}
