package minihost.module;

import java.nio.file.Path;

/**
 * A {@code node_modules} that lies outside the program's root and belongs to it all the same, as
 * {@code packNpmRelationList} of the project file says.
 *
 * @param folder the folder of the tree in which its packages appear; empty for the root
 * @param packages the {@code node_modules} folder itself
 */
public record NpmFolder(String folder, Path packages) {}
