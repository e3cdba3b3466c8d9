package org.recipeharness.backup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.recipeharness.backup.Contract.Offer;
import org.recipeharness.stack.BackupLabelNames;
import org.recipeharness.stack.RenderedStack;

/** Makes of a stack's labels what they mean. */
final class ContractReading {

    static final String ENABLED = BackupLabelNames.ENABLED;
    static final String PATH_IN_CONTAINER = BackupLabelNames.PATH_IN_CONTAINER;
    static final String VOLUMES = BackupLabelNames.VOLUMES;

    private final RenderedStack stack;
    private final List<BackupLabel> labels;
    private final List<String> problems = new ArrayList<>();

    ContractReading(RenderedStack stack, List<BackupLabel> labels) {
        this.stack = stack;
        this.labels = labels;
    }

    Contract read() {
        Offer offer = offer();
        var volumes = new VolumeSelection(stack, labels, problems);
        var contract = new Contract(offer, labels, hooks(), volumes.parts(), volumes.omitted(), remarks());
        if (offer == Offer.MADE && !problems.isEmpty()) {
            throw new BackupException("Reading the backup labels of stack " + stack.name() + ":"
                    + problems.stream().map(problem -> "\n  " + problem).collect(Collectors.joining()));
        }
        return contract;
    }

    private Offer offer() {
        List<BackupLabel> switches =
                labels.stream().filter(label -> label.name().equals(ENABLED)).toList();
        if (switches.stream().anyMatch(ContractReading::isTrue)) {
            return Offer.MADE;
        }
        return switches.isEmpty() ? Offer.ABSENT : Offer.DECLINED;
    }

    static boolean isTrue(BackupLabel label) {
        return "true".equals(label.value().strip().toLowerCase(Locale.ROOT));
    }

    private List<Hook> hooks() {
        var hooks = new ArrayList<Hook>();
        for (BackupLabel label : labels) {
            moment(label)
                    .map(moment -> new Hook(moment, label.service(), label.value(), label.origin()))
                    .ifPresent(hooks::add);
        }
        return hooks;
    }

    private static Optional<Moment> moment(BackupLabel label) {
        return Arrays.stream(Moment.values())
                .filter(moment -> moment.label().equals(label.name()))
                .findFirst();
    }

    private List<String> remarks() {
        return labels.stream()
                .filter(label -> !BackupLabelNames.include(label.name()))
                .map(label -> label.origin() + ": no backup reads the label " + label.name() + ", so it does nothing")
                .toList();
    }
}
