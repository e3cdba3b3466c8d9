package org.recipeharness.lint.upgrade;

import java.util.List;
import org.recipeharness.compose.Variable;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.recipe.Origin;

/** Looks for compose files that operators' {@code COMPOSE_FILE} names, since the older sample does, and that are gone. */
public final class DroppedComposeFiles implements Check.OfUpgrade {

    @Override
    public List<Remark> look(Published head, Published base) {
        Origin named =
                base.variables().find("COMPOSE_FILE").map(Variable::origin).orElse(Origin.of("compose.yml"));
        var notes = new ReleaseNotes(head, base);
        return base.deployedFiles().stream()
                .filter(file -> !Operator.has(head, file))
                .map(file -> new Remark(
                        base.asBase(named),
                        "COMPOSE_FILE names '" + file
                                + "', which is no longer there, and operators who upgrade have this"
                                + " line in their own copy: nothing can be deployed before they edit it. "
                                + notes.of(file)
                                + " Keep the file, if need be with nothing but a version in it, or say so in the release"
                                + " notes"))
                .toList();
    }
}
