// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** What is in the repository that a page can cite: files, Java classes with their members, recordings. */
final class Repository {
    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".mvn");

    private final Path root;
    /** Relative to the root, with slashes. */
    private final Set<String> files = new TreeSet<>();
    private final Set<String> recordings = new HashSet<>();

    Repository(Path root) throws IOException {
        this.root = root;
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return NOT_OURS.contains(directory.getFileName().toString()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(root.relativize(file).toString().replace('\\', '/'));
                return FileVisitResult.CONTINUE;
            }
        });
        for (String file : files) {
            if (file.contains("/vectors/") && file.endsWith(".zip")) {
                try (ZipFile zip = new ZipFile(root.resolve(file).toFile())) {
                    zip.stream().forEach(entry -> addRecording(entry.getName()));
                }
            } else if (file.contains("/vectors/") && file.endsWith(".gz")) {
                addRecording(file.substring(file.indexOf("/vectors/") + "/vectors/".length()));
            }
        }
    }

    /** By its own name, and by that with the folder it lies in. */
    private void addRecording(String path) {
        String name = path.replaceAll("\\.gz$", "").replaceAll("\\.jsonl?$", "");
        String[] parts = name.split("/");
        recordings.add(parts[parts.length - 1]);
        if (parts.length > 1) {
            recordings.add(parts[parts.length - 2] + "/" + parts[parts.length - 1]);
        }
    }

    /** The pages of the root and all of docs. */
    List<Document> documents() throws IOException {
        List<Document> documents = new ArrayList<>();
        for (String page : List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")) {
            documents.add(document(root.resolve(page)));
        }
        try (Stream<Path> pages = Files.list(root.resolve("docs"))) {
            for (Path page : pages.filter(path -> path.toString().endsWith(".md")).sorted().toList()) {
                documents.add(document(page));
            }
        }
        return documents;
    }

    private Document document(Path page) throws IOException {
        return new Document(root.relativize(page).toString().replace('\\', '/'), Files.readString(page));
    }

    boolean hasRecording(String name) {
        return recordings.contains(name);
    }

    /** A file or folder by its path from the root, or a file by its last names. */
    boolean hasFile(String path) {
        String folder = path.endsWith("/") ? path : path + "/";
        return files.stream().anyMatch(file -> file.equals(path) || file.endsWith("/" + path) || file.startsWith(folder));
    }

    /** A path from the root that need not be made first, be it a file or a folder. */
    boolean resolves(Path path) {
        return Files.exists(root.resolve(path));
    }

    /** A package of any module, named from {@code org.zfcp4j} or below it. */
    boolean hasPackage(String name) {
        String folder = "/" + name.replace('.', '/') + "/";
        return files.stream().anyMatch(file -> file.endsWith(".java") && file.contains(folder));
    }

    /**
     * A Java class, and a member of it.
     *
     * @param packageName last parts of the package, with dots; empty for any
     * @param member method, field or nested class; null for none
     */
    boolean hasClass(String packageName, String className, String member) {
        String end = (packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/") + className + ".java";
        return files.stream().filter(file -> file.endsWith("/" + end)).anyMatch(file -> member == null || declares(file, member));
    }

    private boolean declares(String file, String member) {
        Pattern declaration = Pattern.compile("(?m)^\\s+(?!return\\b|throw\\b)[\\w<>\\[\\], .?@()\"]*\\b" + Pattern.quote(member) + "\\b\\s*(\\(|=|;|\\{|<|implements|extends)");
        return declaration.matcher(read(file)).find();
    }

    /** The text of a file by its path from the root. */
    String read(String file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
