package org.recipeharness.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.app.ServiceExec;
import org.recipeharness.stack.StackService;
import org.recipeharness.stack.VolumeMount;
import org.recipeharness.stack.VolumeMount.Access;

/** Finds where an app keeps data: the databases that its services run, and its volumes. */
final class StoreSearch {

    private static final String DATA_FOLDER = "PGDATA";

    private final DeployedApp app;
    private final List<DeclaredDatabase> declared;
    private final List<String> running;
    private final Set<String> ofDatabases = new HashSet<>();

    StoreSearch(DeployedApp app, List<DeclaredDatabase> declared) {
        this.app = app;
        this.declared = declared;
        this.running = app.running();
    }

    /** Gives the databases first: a volume that holds one is not a place for files of others. */
    List<DataStore> find(List<String> uncovered) throws InterruptedException {
        var stores = new ArrayList<DataStore>();
        for (DeclaredDatabase database : declared) {
            stores.add(database(database, ContainerVariables.of(app.exec(database.service()))));
        }
        Set<String> named =
                new HashSet<>(declared.stream().map(DeclaredDatabase::service).toList());
        for (String service : running) {
            if (!named.contains(service)) {
                database(app.exec(service), uncovered).ifPresent(stores::add);
            }
        }
        List<VolumeFolder> folders = folders(uncovered);
        anonymous(uncovered);
        notOfTheStack(uncovered);
        var sqlite = new SqliteSearch(app);
        for (VolumeFolder folder : folders) {
            stores.addAll(sqlite.on(folder));
        }
        stores.addAll(folders);
        return stores;
    }

    private Optional<DataStore> database(ServiceExec service, List<String> uncovered) throws InterruptedException {
        var variables = ContainerVariables.of(service);
        // The official image, and what is made of it, names its data's folder so; a client has no such.
        if (variables.has(DATA_FOLDER)) {
            return Optional.of(database(new DeclaredDatabase(service.service(), "", "", ""), variables));
        }
        var mysql = new MysqlSearch(service, variables);
        List<String> holding = volumes(service.service(), MysqlSearch.DATA_FOLDER);
        List<String> written = written(service.service());
        boolean mayBeMysql = mysql.isConfigured() || !holding.isEmpty();
        if (!mayBeMysql && written.isEmpty()) {
            return Optional.empty();
        }
        var running = RunningPrograms.of(service);
        if (mayBeMysql && mysql.isServer(running, !holding.isEmpty())) {
            ofDatabases.addAll(holding);
            return mysql.database(uncovered);
        }
        // Without a volume it keeps nothing that a run could lose.
        OtherServer.among(running)
                .filter(server -> !written.isEmpty())
                .ifPresent(server -> uncovered.add(server.uncovered(service.service(), written)));
        return Optional.empty();
    }

    private List<String> written(String service) {
        return app.stack().service(service).stream()
                .flatMap(each -> each.volumes().stream())
                .filter(mount -> mount.access() == Access.READ_WRITE)
                .map(VolumeMount::volume)
                .toList();
    }

    private PostgresDatabase database(DeclaredDatabase database, ContainerVariables variables)
            throws InterruptedException {
        String service = database.service();
        String folder = postgresFolder(variables);
        ofDatabases.addAll(volumes(service, folder));
        String user = variables.setting("POSTGRES_USER").orElse("postgres");
        String name = variables.setting("POSTGRES_DB").orElse(user);
        return new PostgresDatabase(
                service,
                database.database().isEmpty() ? name : database.database(),
                database.user().isEmpty() ? user : database.user());
    }

    /** Return the folder in which a PostgreSQL server keeps its files. */
    static String postgresFolder(ContainerVariables variables) {
        return variables.value(DATA_FOLDER).orElse("/var/lib/postgresql/data");
    }

    /** The volumes of a service that hold a folder of its container. */
    private List<String> volumes(String service, String folder) {
        return app.stack().service(service).stream()
                .flatMap(each -> each.volumes().stream())
                .filter(mount -> mount.relative(folder).isPresent())
                .map(VolumeMount::volume)
                .toList();
    }

    private List<VolumeFolder> folders(List<String> uncovered) {
        var folders = new LinkedHashMap<String, VolumeFolder>();
        var all = new LinkedHashSet<String>();
        for (StackService service : app.stack().services()) {
            for (VolumeMount mount : service.volumes()) {
                all.add(mount.volume());
                if (mount.access() == Access.READ_WRITE && running.contains(service.name())) {
                    folders.putIfAbsent(
                            mount.volume(), new VolumeFolder(service.name(), mount.volume(), mount.target()));
                }
            }
        }
        all.stream()
                .filter(volume -> !folders.containsKey(volume))
                .forEach(volume -> uncovered.add("volume '" + volume + "': no running service can write to it"));
        folders.keySet().removeAll(ofDatabases);
        return List.copyOf(folders.values());
    }

    /** Volumes and folders of the node that others own; the harness writes nothing into them. */
    private void notOfTheStack(List<String> uncovered) {
        for (StackService service : app.stack().services()) {
            List<String> own =
                    service.volumes().stream().map(VolumeMount::target).toList();
            service.given().mounts().stream()
                    .filter(mount -> running.contains(service.name()) && !own.contains(mount.target()))
                    .forEach(mount -> OfOthers.describe(service.name(), mount).ifPresent(uncovered::add));
        }
    }

    private void anonymous(List<String> uncovered) {
        for (String service : running) {
            app.files(service)
                    .onAnonymousVolumes()
                    .forEach(folder -> uncovered.add("folder " + folder + " of service '" + service
                            + "': it is on an anonymous volume of its image, and data there is lost with the task"));
        }
    }
}
