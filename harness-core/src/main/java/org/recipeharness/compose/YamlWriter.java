package org.recipeharness.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.recipeharness.compose.Yaml.Scalar.Form;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Writes a rendered compose file for {@code docker stack deploy}. */
public final class YamlWriter {

    /** Texts that the CLI of 20.10 takes for truth values, as YAML 1.1 did, unless they are in quotes. */
    private static final Pattern OLDER_TRUTH = Pattern.compile("(?i)y|yes|n|no|on|off");

    private YamlWriter() {}

    /**
     * Writes a mapping as a YAML document.
     *
     * <p>Every {@code $} in a value is doubled, since the docker CLI interpolates what it reads once more.
     *
     * @param root what to write
     * @return the document, ending in a newline
     */
    public static String write(Yaml.Mapping root) {
        var settings = DumpSettings.builder()
                .setSchema(new CoreSchema())
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(Integer.MAX_VALUE)
                .build();
        return new Present(settings)
                .emitToString(new Serialize(settings).serializeOne(node(root)).iterator());
    }

    private static Node node(Yaml yaml) {
        if (yaml instanceof Yaml.Mapping mapping) {
            List<NodeTuple> tuples = new ArrayList<>();
            mapping.entries().forEach((key, value) -> tuples.add(new NodeTuple(text(key), node(value))));
            return new MappingNode(Tag.MAP, tuples, FlowStyle.BLOCK);
        }
        if (yaml instanceof Yaml.Sequence sequence) {
            List<Node> items = sequence.items().stream().map(YamlWriter::node).toList();
            return new SequenceNode(Tag.SEQ, items, FlowStyle.BLOCK);
        }
        var scalar = (Yaml.Scalar) yaml;
        String escaped = scalar.text().replace("$", "$$");
        if (scalar.form() == Form.QUOTED || OLDER_TRUTH.matcher(escaped).matches()) {
            return text(escaped);
        }
        // The tag that a reader gives to this very text, so that it is written as it stood, without quotes.
        Tag tag = new CoreSchema().getScalarResolver().resolve(escaped, true);
        return new ScalarNode(tag, escaped, ScalarStyle.PLAIN);
    }

    private static Node text(String text) {
        return new ScalarNode(Tag.STR, text, ScalarStyle.DOUBLE_QUOTED);
    }
}
