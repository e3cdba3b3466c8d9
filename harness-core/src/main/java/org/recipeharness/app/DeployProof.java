package org.recipeharness.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.stack.StackConfig;
import org.recipeharness.stack.StackService;
import org.recipeharness.swarm.ConfigState;
import org.recipeharness.swarm.ServiceState;

/** Compares what runs with what was sent: images, the labels that name run, commit and rendered content, and configs. */
final class DeployProof {

    private final RenderedStack sent;

    DeployProof(RenderedStack sent) {
        this.sent = sent;
    }

    void check(List<ServiceState> running, List<ConfigState> configs) {
        var differences = new ArrayList<String>();
        for (StackService service : sent.services()) {
            Optional<ServiceState> found = running.stream()
                    .filter(each -> each.shortName().equals(service.name()))
                    .findFirst();
            if (found.isEmpty()) {
                differences.add("service '" + service.name() + "' was sent, but is not there");
            } else {
                compare(service, found.get(), differences);
            }
        }
        sent.configs().forEach(config -> compare(config, configs, differences));
        if (!differences.isEmpty()) {
            throw new DeployFailedException(
                    DeployFailure.DIFFERENT,
                    "Comparing what runs as stack " + sent.name() + " with what was sent: "
                            + String.join("; ", differences));
        }
    }

    /** The engine writes Docker Hub's images without their registry, and names the tag that is meant where none is written. */
    private static String familiar(String image) {
        String name = image.replaceFirst("^(index\\.)?docker\\.io/", "").replaceFirst("^library/", "");
        return name.contains("@") || name.substring(name.lastIndexOf('/') + 1).contains(":") ? name : name + ":latest";
    }

    private static void compare(StackService sent, ServiceState running, List<String> differences) {
        // The swarm appends the digest that it resolved the tag to.
        String image = familiar(sent.image());
        if (!familiar(running.image()).equals(image)
                && !familiar(running.image()).startsWith(image + "@")) {
            differences.add(
                    "service '" + sent.name() + "' runs the image " + running.image() + ", sent was " + sent.image());
        }
        for (Map.Entry<String, String> label : sent.labels().entrySet()) {
            String found = running.labels().get(label.getKey());
            if (!label.getValue().equals(found)) {
                differences.add("service '" + sent.name() + "' has the label " + label.getKey() + "=" + found
                        + ", sent was " + label.getValue());
            }
        }
    }

    private static void compare(StackConfig sent, List<ConfigState> configs, List<String> differences) {
        Optional<ConfigState> found = configs.stream()
                .filter(config -> config.name().equals(sent.name()))
                .findFirst();
        if (found.isEmpty()) {
            differences.add("config '" + sent.name() + "' was sent, but is not there");
        } else if (!found.get().content().equals(sent.content())) {
            differences.add("config '" + sent.name() + "' holds the content "
                    + found.get().content() + ", sent was " + sent.content() + " of " + sent.file());
        }
    }
}
