package org.recipeharness.checkout;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/** Answers a server that asks for a login with what the catalogue's address says, and never asks anybody. */
final class Login extends CredentialsProvider {

    private final Optional<String> login;
    private boolean asked;

    Login(Optional<String> login) {
        this.login = login;
    }

    boolean wasAsked() {
        return asked;
    }

    boolean isGiven() {
        return login.isPresent();
    }

    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public boolean supports(CredentialItem... items) {
        // JGit would also like to ask whether it may trust a certificate.
        return Arrays.stream(items)
                .allMatch(item -> item instanceof CredentialItem.Username || item instanceof CredentialItem.Password);
    }

    @Override
    public boolean get(URIish uri, CredentialItem... items) {
        asked = true;
        if (login.isEmpty()) {
            return false;
        }
        String[] parts = login.get().split(":", 2);
        for (CredentialItem item : items) {
            if (item instanceof CredentialItem.Username user) {
                user.setValue(parts[0]);
            } else if (item instanceof CredentialItem.Password password) {
                password.setValue((parts.length > 1 ? parts[1] : "").toCharArray());
            }
        }
        return true;
    }
}
