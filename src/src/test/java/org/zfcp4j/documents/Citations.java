// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.documents;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a page cites in code spans and links and is not there. */
final class Citations {
    /** Parts of a package, a class, and a member. */
    private static final Pattern CLASS = Pattern.compile("((?:[a-z]\\w*[./])*)([A-Z]\\w*[a-z]\\w*)(?:[#.]([A-Za-z]\\w*))?");
    private static final Pattern METHOD_OF_THE_SAME = Pattern.compile("#(\\w+)");
    private static final Pattern PACKAGE = Pattern.compile("(?:[a-z]\\w*\\.)+[a-z]\\w*");
    private static final Pattern RECORDING = Pattern.compile("(?:[a-z]+/)?[a-gwx]_[a-z]\\w*|window/\\w+");
    private static final Pattern FILE = Pattern.compile("[\\w./-]+\\.(?:csv|txt|jsonl?|md|java|html|svg|gz|zip|xml)");
    private static final Pattern FOLDER = Pattern.compile("[\\w.-]+/[\\w./-]*");
    /** A field of an object, as in {@code adapter.erpReadyHead}. */
    private static final Pattern FIELD = Pattern.compile("[a-z]+\\.[a-z]+[A-Z]\\w*");
    /** The C driver's, and what commands write. */
    private static final Pattern NOT_OURS = Pattern.compile("(?:zfcp|qdio)_\\w+\\.[ch]|.*\\btarget/.*|(?:results|environment|ratio|run|schedule)\\.json|report\\.html|latencies\\.hlog|traces/.*");
    /** Words that look like a recording. */
    private static final Set<String> C_NAMES = Set.of("d_id");

    private final Repository repository;

    Citations(Repository repository) {
        this.repository = repository;
    }

    List<String> missing(Document document) {
        List<String> missing = new ArrayList<>();
        String[] lastClass = {"", ""};
        for (String span : document.spans()) {
            if (!isThere(span, lastClass)) {
                missing.add(document.name() + ": " + span);
            }
        }
        for (String link : document.links()) {
            if (!link.contains("://") && !leads(document, link)) {
                missing.add(document.name() + ": link to " + link);
            }
        }
        return missing;
    }

    private boolean leads(Document document, String link) {
        Path page = Path.of(document.name());
        return repository.resolves((page.getParent() == null ? Path.of(link) : page.getParent().resolve(link)).normalize());
    }

    /** @param lastClass package and name of the class that was named last, for methods that follow it */
    private boolean isThere(String span, String[] lastClass) {
        Matcher method = METHOD_OF_THE_SAME.matcher(span);
        if (method.matches()) {
            return repository.hasClass(lastClass[0], lastClass[1], method.group(1));
        }
        if (RECORDING.matcher(span).matches() && !C_NAMES.contains(span)) {
            return repository.hasRecording(span);
        }
        if (NOT_OURS.matcher(span).matches() || span.contains("*")) {
            return true;
        }
        if (FILE.matcher(span).matches()) {
            return repository.hasFile(span) || repository.hasFile(span + ".gz");
        }
        Matcher name = CLASS.matcher(span);
        if (name.matches()) {
            lastClass[0] = name.group(1).replaceAll("[./]$", "").replace('/', '.');
            lastClass[1] = name.group(2);
            return repository.hasClass(lastClass[0], lastClass[1], name.group(3));
        }
        if (FOLDER.matcher(span).matches()) {
            return repository.hasFile(span);
        }
        return !PACKAGE.matcher(span).matches() || FIELD.matcher(span).matches() || repository.hasPackage(span) || isProperty(span);
    }

    /** A property that is given to the build. */
    private boolean isProperty(String span) {
        return repository.read("pom.xml").contains(span) || repository.read("jcstress/pom.xml").contains(span);
    }
}
