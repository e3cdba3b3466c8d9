package org.recipeharness.trust;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.recipeharness.compose.ComposeDocument;
import org.recipeharness.compose.Variables;
import org.recipeharness.compose.Yaml;

/**
 * All that a recipe's files ask of the host and of other stacks.
 *
 * @param all each access, in the order of the files
 * @param code of each service that has access for which a stranger is refused: the words by which its program is chosen
 */
public record Accesses(List<Access> all, Map<String, String> code) {

    private static final List<String> CODE = List.of("command", "entrypoint");

    /** What files ask for that ask for nothing. */
    public static final Accesses NONE = new Accesses(List.of(), Map.of());

    public Accesses {
        all = List.copyOf(all);
        code = Map.copyOf(code);
    }

    /**
     * Look for all access in the files that an app is deployed by.
     *
     * @param document the merged files, with the app's variables put in
     * @param variables these variables; {@code STACK_NAME} and {@code DOMAIN} tell what is the app's own
     * @param folder the recipe's own folder
     * @return what they ask for
     */
    public static Accesses of(ComposeDocument document, Variables variables, Path folder) {
        Yaml.Mapping root = document.root();
        var own = new OwnNames(text(variables, "STACK_NAME").orElse(""), text(variables, "DOMAIN"), root, folder);
        var found = new ArrayList<>(new StackAccess(root, own).all().toList());
        var code = new TreeMap<String, String>();
        Fields.entries(root, "services").forEach(service -> {
            List<Access> ofService =
                    new ServiceAccess(service.key(), service.value(), own).all().toList();
            found.addAll(ofService);
            if (ofService.stream().anyMatch(access -> access.reach().isRefused())) {
                code.put(service.key(), code(service.value()));
            }
        });
        return new Accesses(found, code);
    }

    /** A new version of the same image is no other program; another image, command or entry point is. */
    private static String code(Yaml.Mapping service) {
        var words = new ArrayList<String>();
        words.add(Fields.words(service, "image").replaceFirst("@.*$", "").replaceFirst(":[^:/]*$", ""));
        CODE.forEach(field -> words.add(Fields.words(service, field)));
        return String.join(" | ", words);
    }

    private static Optional<String> text(Variables variables, String name) {
        return variables.find(name).map(found -> found.value());
    }

    /**
     * Return the rating of these files.
     *
     * @return 6 (nothing beyond its own containers) to 1 (everything on the host)
     */
    public int rating() {
        return all.stream().mapToInt(access -> access.reach().rating()).min().orElse(Reach.BEST);
    }

    /**
     * Return what these files ask for that another version of them does not.
     *
     * @param base the other version
     * @return the access that is new; empty if there is none
     */
    public List<Access> beyond(Accesses base) {
        return all.stream()
                .filter(access -> base.all.stream().noneMatch(access::isLike))
                .toList();
    }

    /**
     * Return the services whose access was there before, and that now run another program with it.
     *
     * @param base the other version
     * @return their names; empty if there are none
     */
    public List<String> otherCode(Accesses base) {
        return new TreeMap<>(code)
                .entrySet().stream()
                        .filter(service -> !service.getValue().equals(base.code.getOrDefault(service.getKey(), "")))
                        .map(Map.Entry::getKey)
                        .toList();
    }
}
