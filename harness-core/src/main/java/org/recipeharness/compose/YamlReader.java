package org.recipeharness.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.recipeharness.compose.Yaml.Scalar.Form;
import org.recipeharness.recipe.Origin;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads one YAML file, with anchors and {@code <<} resolved, keeping the line of each piece. */
final class YamlReader {

    private final String file;

    YamlReader(String file) {
        this.file = file;
    }

    Yaml.Mapping read(String text) {
        // CoreSchema: 'yes' and '22:22' stay text, '<<' merges.
        var settings = LoadSettings.builder()
                .setLabel(file)
                .setSchema(new CoreSchema())
                .setAllowDuplicateKeys(false)
                .build();
        Optional<Node> root;
        try {
            root = new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            throw new ComposeException(
                    origin(e.getProblemMark()), "this is not YAML: " + e.getProblem() + ". " + e.getContext(), e);
        } catch (YamlEngineException e) {
            throw new ComposeException(Origin.of(file), "this is not YAML: " + e.getMessage(), e);
        }
        if (root.isPresent() && convert(root.get()) instanceof Yaml.Mapping mapping) {
            return mapping;
        }
        throw new ComposeException(
                new Origin(file, 1), "this is not a compose file: expected a mapping with 'services:' in it");
    }

    private Yaml convert(Node node) {
        Origin origin = origin(node.getStartMark());
        if (node instanceof MappingNode mapping) {
            var entries = new LinkedHashMap<String, Yaml>();
            for (NodeTuple tuple : mapping.getValue()) {
                if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                    throw new ComposeException(
                            origin(tuple.getKeyNode().getStartMark()), "a key must be a single value");
                }
                if (entries.put(key.getValue(), convert(tuple.getValueNode())) != null) {
                    throw new ComposeException(
                            origin(key.getStartMark()), "the key '" + key.getValue() + "' is there twice");
                }
            }
            return new Yaml.Mapping(entries, origin);
        }
        if (node instanceof SequenceNode sequence) {
            var items = new ArrayList<Yaml>();
            sequence.getValue().forEach(item -> items.add(convert(item)));
            return new Yaml.Sequence(items, origin);
        }
        var scalar = (ScalarNode) node;
        return new Yaml.Scalar(
                scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN ? Form.PLAIN : Form.QUOTED, origin);
    }

    private Origin origin(Optional<Mark> mark) {
        return new Origin(file, mark.map(at -> at.getLine() + 1).orElse(0));
    }
}
