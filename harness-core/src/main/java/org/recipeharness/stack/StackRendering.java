package org.recipeharness.stack;

import java.util.ArrayList;
import java.util.List;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.compose.ComposeDocument;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.compose.YamlWriter;

/** Turns a recipe's compose document into the stack that is sent. */
public final class StackRendering {

    private final StackName name;
    private final RunLabels labels;
    private final Labelling labelling;
    private final boolean ipvs;

    /**
     * Prepares to render for one stack of one run, all of which goes with the run.
     *
     * @param name the stack's name
     * @param run the run's id
     * @param checkout what is deployed
     * @param ipvs whether the nodes' kernels route swarm's virtual IPs
     */
    public StackRendering(StackName name, String run, Checkout checkout, boolean ipvs) {
        this(name, RunLabels.of(run, checkout), checkout, ipvs);
    }

    /**
     * Prepares to render for one stack.
     *
     * @param name the stack's name
     * @param labels what all of it carries
     * @param checkout what is deployed
     * @param ipvs whether the nodes' kernels route swarm's virtual IPs
     */
    public StackRendering(StackName name, RunLabels labels, Checkout checkout, boolean ipvs) {
        this.name = name;
        this.labels = labels;
        this.labelling = new Labelling(labels, AbraLabels.of(name, checkout));
        this.ipvs = ipvs;
    }

    /**
     * Renders a document.
     *
     * @param document the compose file with its variables put in
     * @return the stack, labelled and adapted to the host
     * @throws ComposeException when the document can't be a stack; the message begins with {@code file:line}
     */
    public RenderedStack render(ComposeDocument document) {
        Mapping root = labelling.apply(document.root());
        List<Adaptation> adaptations = List.of();
        if (!ipvs) {
            var withoutIpvs = new WithoutIpvs();
            root = withoutIpvs.apply(root);
            adaptations = withoutIpvs.adaptations();
        }
        return new RenderedStack(
                name,
                labels,
                services(root, document),
                new StackConfigs(name).of(document),
                StackVolume.of(root.mapping("volumes"), name),
                externalNetworks(root),
                adaptations,
                DeclaredTimeout.of(name, root),
                YamlWriter.write(root));
    }

    private List<StackService> services(Mapping root, ComposeDocument document) {
        Mapping services = root.mapping("services");
        var found = new ArrayList<StackService>();
        for (String service : services.entries().keySet()) {
            Mapping written = services.mapping(service);
            String image = written.text("image")
                    .orElseThrow(() -> new ComposeException(
                            written.origin(), "the service '" + service + "' has no image; a swarm can't build one"));
            found.add(new StackService(
                    service,
                    image,
                    Ports.published(written),
                    VolumeMounts.of(written, root.mapping("volumes")),
                    labelling.ofService(service, document.services().mapping(service)),
                    StackLabel.of(document.services().mapping(service)),
                    new NamesReading(document.root())
                            .of(service, document.services().mapping(service)),
                    Provision.of(document.services().mapping(service))));
        }
        return found;
    }

    private static List<String> externalNetworks(Mapping root) {
        Mapping networks = root.mapping("networks");
        return networks.entries().keySet().stream()
                .filter(key -> External.is(networks.mapping(key)))
                .map(key -> External.name(networks.mapping(key), key))
                .toList();
    }
}
