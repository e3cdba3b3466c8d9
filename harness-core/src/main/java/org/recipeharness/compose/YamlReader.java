package org.recipeharness.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads one YAML file, with anchors and {@code <<} resolved, keeping the line of each piece. */
final class YamlReader {

    /** More than any compose file has; a few anchors within anchors can stand for billions. */
    private static final int MOST_PIECES = 100_000;

    /** More than any compose file has; whatever is done with a tree afterwards goes into it by recursion. */
    private static final int MOST_LEVELS = 100;

    private static final CoreSchema SCHEMA = new CoreSchema();

    private final String file;
    private int pieces;
    private int level;

    YamlReader(String file) {
        this.file = file;
    }

    /**
     * Reads a text.
     *
     * @throws ComposeException when the text is not YAML, or not a mapping
     */
    Yaml.Mapping read(String text) {
        pieces = 0;
        level = 0;
        try {
            Optional<Yaml> root = composed(text).map(this::converted);
            if (root.isPresent() && root.get() instanceof Yaml.Mapping mapping) {
                return mapping;
            }
        } catch (StackOverflowError e) {
            // The YAML library has no limit of its own for either.
            throw tooDeep(e);
        }
        throw new ComposeException(
                new Origin(file, 1), "this is not a compose file: expected a mapping with 'services:' in it");
    }

    private ComposeException tooDeep(@Nullable StackOverflowError cause) {
        return new ComposeException(
                Origin.of(file),
                "this is nested too deeply, or an anchor contains itself; expected a compose file",
                cause);
    }

    private Optional<Node> composed(String text) {
        // CoreSchema: 'yes' and '22:22' stay text, '<<' merges.
        var settings = LoadSettings.builder()
                .setLabel(file)
                .setSchema(SCHEMA)
                .setAllowDuplicateKeys(false)
                .build();
        try {
            return new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            throw new ComposeException(
                    origin(e.getProblemMark()), "this is not YAML: " + e.getProblem() + ". " + e.getContext(), e);
        } catch (YamlEngineException e) {
            throw new ComposeException(Origin.of(file), "this is not YAML: " + e.getMessage(), e);
        }
    }

    private Yaml converted(Node node) {
        Origin origin = origin(node.getStartMark());
        if (++pieces > MOST_PIECES) {
            throw new ComposeException(
                    origin,
                    "this file has more than " + MOST_PIECES + " pieces with its anchors put in; expected fewer");
        }
        if (++level > MOST_LEVELS) {
            throw tooDeep(null);
        }
        Yaml converted = converted(node, origin);
        level--;
        return converted;
    }

    private Yaml converted(Node node, Origin origin) {
        if (node instanceof MappingNode mapping) {
            return new Yaml.Mapping(entries(mapping), origin);
        }
        if (node instanceof SequenceNode sequence) {
            var items = new ArrayList<Yaml>();
            sequence.getValue().forEach(item -> items.add(converted(item)));
            return new Yaml.Sequence(items, origin);
        }
        var scalar = (ScalarNode) node;
        return new Yaml.Scalar(scalar.getValue(), form(scalar), origin);
    }

    private Map<String, Yaml> entries(MappingNode mapping) {
        var entries = new LinkedHashMap<String, Yaml>();
        for (NodeTuple tuple : mapping.getValue()) {
            Origin origin = origin(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new ComposeException(origin, "a key must be a single value");
            }
            if (entries.put(key.getValue(), converted(tuple.getValueNode())) != null) {
                throw new ComposeException(origin, "the key '" + key.getValue() + "' is there twice");
            }
        }
        return entries;
    }

    private static Form form(ScalarNode scalar) {
        boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
        // '!!str 5' is a text, and is written as one.
        boolean said = Tag.STR.equals(scalar.getTag())
                && !Tag.STR.equals(SCHEMA.getScalarResolver().resolve(scalar.getValue(), true));
        return plain && !said ? Form.PLAIN : Form.QUOTED;
    }

    private Origin origin(Optional<Mark> mark) {
        return new Origin(file, mark.map(at -> at.getLine() + 1).orElse(0));
    }
}
