package org.recipeharness.lint.form;

import java.util.List;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.ServiceText;
import org.recipeharness.lint.published.Thing;

/** Looks for services without an image, in all compose files, as abra does. */
public final class Images implements Check.OfOne {

    @Override
    public List<Remark> look(Published recipe) {
        return recipe.services().values().stream()
                .filter(service -> !hasImage(service.pieces()))
                .map(service -> new Remark(
                        service.origin(),
                        "the service '" + service.name() + "' has no image in "
                                + (isDeployed(service) ? "the files that COMPOSE_FILE names" : "any compose file")
                                + ", and swarm can't build one. Name one, or remove what is left of the service"))
                .toList();
    }

    /** An optional file can't give a deployed service its image. */
    private static boolean hasImage(List<Thing> pieces) {
        boolean deployed = pieces.stream().anyMatch(Thing::deployed);
        return pieces.stream()
                .filter(piece -> piece.deployed() == deployed || !deployed)
                .anyMatch(piece -> piece.written().find("image").isPresent());
    }

    private static boolean isDeployed(ServiceText service) {
        return service.pieces().stream().anyMatch(Thing::deployed);
    }
}
