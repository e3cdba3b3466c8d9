package org.recipeharness.checkout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Copies the files of a working tree as they are: tracked and untracked ones, not the ignored, not the repository. */
final class TreeCopy {

    private final Repository repository;

    TreeCopy(Repository repository) {
        this.repository = repository;
    }

    void write(Path directory) throws IOException {
        Path root = repository.getWorkTree().toPath();
        Files.createDirectories(directory);
        // All are found before the first is copied, since the copy may lie within the tree.
        for (String file : files()) {
            Path target = directory.resolve(file);
            Files.createDirectories(target.getParent());
            Files.copy(root.resolve(file), target, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private Set<String> files() throws IOException {
        var files = new TreeSet<String>();
        try (var walk = new TreeWalk(repository)) {
            int onDisk = walk.addTree(new FileTreeIterator(repository));
            int inIndex = walk.addTree(new DirCacheIterator(repository.readDirCache()));
            walk.getTree(onDisk, FileTreeIterator.class).setDirCacheIterator(walk, inIndex);
            while (walk.next()) {
                FileTreeIterator file = walk.getTree(onDisk, FileTreeIterator.class);
                boolean tracked = walk.getTree(inIndex, DirCacheIterator.class) != null;
                if (file == null || (!tracked && file.isEntryIgnored())) {
                    continue;
                }
                if (walk.isSubtree()) {
                    walk.enterSubtree();
                } else if (isFile(file.getEntryFileMode())) {
                    files.add(walk.getPathString());
                }
            }
        }
        return files;
    }

    private static boolean isFile(FileMode mode) {
        return mode == FileMode.REGULAR_FILE || mode == FileMode.EXECUTABLE_FILE || mode == FileMode.SYMLINK;
    }
}
