package org.recipeharness.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;

/** The kinds of fields that a service has, by what the docker CLI does when two files set them. */
enum MergeRules implements MergeRule {
    /** A single value: the later one, unless it is empty. */
    VALUE {
        @Override
        public Yaml merged(Yaml base, Yaml override) {
            return override instanceof Yaml.Scalar scalar
                            && !scalar.isNull()
                            && scalar.text().isEmpty()
                    ? base
                    : override;
        }
    },
    /** A truth value, a duration or an amount: the later one, unless it is false or zero, which the CLI can't tell from unset. */
    UNLESS_ZERO {
        @Override
        public Yaml merged(Yaml base, Yaml override) {
            boolean zero = override instanceof Yaml.Scalar scalar
                    && !scalar.isNull()
                    && !NOT_ZERO.matcher(scalar.text()).find();
            return zero ? base : override;
        }
    },
    /** A command: replaced as a whole, unless by nothing. */
    COMMAND {
        @Override
        public Yaml merged(Yaml base, Yaml override) {
            boolean noWord =
                    override instanceof Yaml.Sequence words && words.items().isEmpty();
            boolean blank = override instanceof Yaml.Scalar line
                    && !line.isNull()
                    && line.text().isBlank();
            return noWord || blank ? base : override;
        }
    },
    /** A mapping whose entries are replaced one by one, also by empty ones. */
    ENTRIES {
        @Override
        public Yaml merged(Yaml base, Yaml override) {
            return perKey(base, override, (former, latter) -> latter);
        }
    },
    /** Variables: an entry without a value, or with an empty one, leaves the one before it. */
    VARIABLES {
        @Override
        public Yaml merged(Yaml base, Yaml override) {
            return perKey(base, override, (former, latter) -> isEmpty(latter) && !isEmpty(former) ? former : latter);
        }

        private static boolean isEmpty(Yaml value) {
            return value instanceof Yaml.Scalar scalar
                    && (scalar.isNull() || scalar.text().isEmpty());
        }
    },
    /** A list that is appended to. */
    ITEMS {
        @Override
        public Yaml merged(Yaml base, Yaml override) {
            return appended(base, override, false);
        }
    },
    /** A list of different texts: one that is there already is not appended, because the CLI would refuse to read it twice. */
    DIFFERENT_ITEMS {
        @Override
        public Yaml merged(Yaml base, Yaml override) {
            return appended(base, override, true);
        }
    },
    /** An extension field: mappings key by key all the way down, lists appended, everything else replaced. */
    EXTENSION {
        @Override
        public Yaml merged(Yaml base, Yaml override) {
            return base instanceof Yaml.Mapping ? perKey(base, override, this::merged) : ITEMS.merged(base, override);
        }
    },
    /** What a service says of its networks: aliases are replaced, addresses too where there is one, options stay. */
    NETWORKS {
        @Override
        public Yaml merged(Yaml base, Yaml override) {
            return perKey(base, override, MergeRules::network);
        }
    },
    /** Logging: options are merged for one driver, and everything is replaced for another. */
    LOGGING {
        @Override
        public Yaml merged(Yaml base, Yaml override) {
            return base instanceof Yaml.Mapping former && override instanceof Yaml.Mapping latter
                    ? logging(former, latter)
                    : override;
        }
    };

    private static final Pattern NOT_ZERO = Pattern.compile("[1-9]|(?i)^true$");

    static Yaml perKey(Yaml base, Yaml override, BinaryOperator<Yaml> both) {
        if (!(base instanceof Yaml.Mapping merged && override instanceof Yaml.Mapping latter)) {
            return override;
        }
        for (var entry : latter.entries().entrySet()) {
            Yaml former = merged.entries().get(entry.getKey());
            merged = merged.with(
                    entry.getKey(), former == null ? entry.getValue() : both.apply(former, entry.getValue()));
        }
        return merged;
    }

    private static Yaml appended(Yaml base, Yaml override, boolean onlyDifferent) {
        if (!(base instanceof Yaml.Sequence former && override instanceof Yaml.Sequence latter)) {
            return override;
        }
        List<String> there = former.items().stream().map(MergeRules::text).toList();
        var items = new ArrayList<>(former.items());
        latter.items().stream()
                .filter(item -> !onlyDifferent || !there.contains(text(item)))
                .forEach(items::add);
        return new Yaml.Sequence(items, former.origin());
    }

    private static String text(Yaml item) {
        return item instanceof Yaml.Scalar scalar ? scalar.text() : "";
    }

    private static Yaml network(Yaml base, Yaml override) {
        if (!(base instanceof Yaml.Mapping former)) {
            return override;
        }
        if (!(override instanceof Yaml.Mapping latter)) {
            return base;
        }
        Yaml.Mapping merged = former.without("aliases");
        for (String field : List.of("aliases", "ipv4_address", "ipv6_address")) {
            Optional<Yaml> value = latter.find(field);
            if (value.isPresent() && VALUE.merged(latter, value.get()) != latter) {
                merged = merged.with(field, value.get());
            }
        }
        return merged;
    }

    private static Yaml logging(Yaml.Mapping base, Yaml.Mapping override) {
        String former = base.text("driver").orElse("");
        String latter = override.text("driver").orElse("");
        if (!former.isEmpty() && !latter.isEmpty() && !former.equals(latter)) {
            return override;
        }
        Yaml.Mapping merged = override.find("driver")
                .filter(driver -> former.isEmpty())
                .map(driver -> base.with("driver", driver))
                .orElse(base);
        // Options that the files before don't have at all are lost, in the CLI as here.
        return merged.changed(
                "options",
                options -> override.find("options")
                        .map(more -> ENTRIES.merged(options, more))
                        .orElse(options));
    }
}
