package org.recipeharness.checkout;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.recipeharness.recipe.RecipeName;

/**
 * Where one recipe's repository lies.
 *
 * @param catalogue the address of its catalogue, without a login and without a slash at its end
 * @param recipe the recipe
 * @param login what the catalogue's address says before the {@code @}, such as {@code user:token}; kept apart so that it is
 *     never shown or stored
 */
record RecipeAddress(URI catalogue, RecipeName recipe, Optional<String> login) {

    private static final Set<String> SCHEMES = Set.of("https", "http", "file");
    private static final int HASH_DIGITS = 12;

    static RecipeAddress of(URI catalogue, RecipeName recipe) {
        if (catalogue.getScheme() == null || !SCHEMES.contains(catalogue.getScheme())) {
            throw new CheckoutException("Reading the catalogue's address, " + catalogue
                    + ": expected https:, http: or file:, such as https://git.coopcloud.tech/coop-cloud."
                    + " It is set by -Dharness.catalogue");
        }
        String authority = Optional.ofNullable(catalogue.getRawAuthority()).orElse("");
        String written = authority.substring(0, Math.max(0, authority.lastIndexOf('@')));
        String shown =
                written.isEmpty() ? catalogue.toString() : catalogue.toString().replace(written + "@", "");
        Optional<String> login = Optional.of(written)
                .filter(text -> !text.isEmpty())
                .map(text -> URI.create("login:" + text).getSchemeSpecificPart());
        return new RecipeAddress(URI.create(shown.replaceAll("(?<=[^/])/+$", "")), recipe, login);
    }

    /** The repository's address as git is given it. */
    String repository() {
        return catalogue + "/" + recipe;
    }

    /** A folder's name that tells this catalogue from all others, and tells a reader which it is. */
    String catalogueFolder() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(catalogue.toString().getBytes(StandardCharsets.UTF_8));
            String name = Optional.ofNullable(catalogue.getHost()).orElse(catalogue.getScheme());
            return name + "-" + HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "recipe '" + recipe + "' from " + repository();
    }
}
