package org.recipeharness.app;

import java.util.List;
import java.util.Optional;
import org.recipeharness.swarm.SwarmException;

/** The files in the running container of one service. */
public final class ServiceFiles {

    private final ServiceExec service;

    ServiceFiles(ServiceExec service) {
        this.service = service;
    }

    /**
     * Writes a file.
     *
     * @param file its absolute path in the container; its folder exists, and a file of that name is replaced
     * @param content what it is to hold
     * @throws SwarmException when the service has no running task, or the engine refuses it
     */
    public void write(String file, byte[] content) {
        service.swarm().writeFile(service.container(), file, content);
    }

    /**
     * Lists the files that the container has made or changed outside of all volumes; they are gone with its task.
     *
     * @return absolute paths, sorted
     * @throws SwarmException when the service has no running task, or the engine refuses it
     */
    public List<String> written() {
        return service.swarm().written(service.container());
    }

    /**
     * Lists the data that the container has written outside of all volumes: what {@link #written} lists, without temporary files,
     * caches, logs, and files that are there only while a program runs.
     *
     * @return absolute paths, sorted
     * @throws SwarmException when the service has no running task, or the engine refuses it
     */
    public List<String> writtenData() {
        return written().stream().filter(path -> !PassingFiles.isPassing(path)).toList();
    }

    /**
     * Reads a file.
     *
     * @param file its absolute path in the container
     * @return its content, or empty where there is no such file
     * @throws SwarmException when the service has no running task, or the engine refuses it
     */
    public Optional<byte[]> read(String file) {
        return service.swarm().readFile(service.container(), file);
    }

    /**
     * Lists the folders whose data goes with the container, as they lie on volumes without a name: its image declares them, and
     * the service mounts nothing there.
     *
     * @return absolute paths in the container, in order; empty where there is none
     * @throws SwarmException when the service has no running task
     */
    public List<String> onAnonymousVolumes() {
        return service.swarm().anonymousVolumes(service.container());
    }
}
