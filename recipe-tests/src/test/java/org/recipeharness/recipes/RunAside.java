package org.recipeharness.recipes;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.recipeharness.deployment.RunId;
import org.recipeharness.settings.Setting;
import org.recipeharness.settings.Settings;

/**
 * What a run needs to take place beside others.
 *
 * @param port a port of the host that nobody else has
 * @param domain a domain of its own
 * @param settings those of this process, but for the domain and the ref
 */
public record RunAside(int port, String domain, Settings settings) {

    /**
     * Finds a place for a run.
     *
     * @param recipe whose
     * @param ref what {@code -Dref=} would be, or empty for a run without it
     * @return the place
     * @throws IOException when no port is free
     */
    public static RunAside of(String recipe, Optional<String> ref) throws IOException {
        Settings ours = Settings.load();
        String domain = recipe + "-" + RunId.random().shortForm() + "." + ours.zone();
        var written = new TreeMap<>(Map.of(
                Setting.CATALOGUE.key(), ours.catalogue().toString(),
                Setting.CACHE.key(), ours.cache().toString(),
                Setting.WORK.key(), ours.work().toString(),
                Setting.NODE.key(), ours.node(),
                Setting.DOMAIN.key(), domain));
        ours.ipvs().ifPresent(ipvs -> written.put(Setting.IPVS.key(), ipvs ? "yes" : "no"));
        for (Setting shared : List.of(Setting.INGRESS, Setting.INGRESS_CA)) {
            ours.text(shared).ifPresent(value -> written.put(shared.key(), value));
        }
        ref.ifPresent(text -> written.put(Setting.REF.key(), text));
        try (var socket = new ServerSocket(0)) {
            return new RunAside(socket.getLocalPort(), domain, Settings.of(written));
        }
    }

    /**
     * Sets something else too.
     *
     * @param setting what
     * @param value to what
     * @return the same place with that setting
     */
    public RunAside with(Setting setting, String value) {
        var written = new TreeMap<>(settings.written());
        written.put(setting.key(), value);
        return new RunAside(port, domain, Settings.of(written));
    }
}
