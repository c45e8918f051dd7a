// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.fixes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The page about the history of the driver. As a program it writes {@code docs/fixes.md}, seen from the module. */
public final class FixesPage {
    static final Path FILE = Path.of("../docs/fixes.md");
    private static final int SHORT = 90;

    private FixesPage() {
    }

    public static void main(String[] none) throws IOException {
        Files.writeString(FILE, text(FixFile.all()));
    }

    static String text(List<Fix> fixes) {
        long found = fixes.stream().filter(fix -> fix.found() != null).count();
        StringBuilder page = new StringBuilder("""
                # The history of zfcp as a test

                Each row is a fix of Linux whose logic the port has. The fix is undone in the port's source, in memory (the changes are the files of
                `src/src/test/fixes`), and the same searches are run as for every other fix. `org.zfcp4j.fixes.FixesTest` plays again what the table
                says, and shows that the driver as it is passes; `org.zfcp4j.fixes.FixSearch` searches anew, and `org.zfcp4j.fixes.FixesPage` writes
                this page.

                The searches, each at both levels of Linux, until a minute is over: all scenarios but `kitchen-sink` with seeds 1 and 2;
                `kitchen-sink` with seeds 1 to 400, then with `--races` and seeds 1 to 8, then with as many more seeds as the time allows. What they
                do not find is looked for in the recordings of the C driver, which takes longer. A commit with a star was not to be had in public
                archives: its digits are from memory; what was wrong is told from the source as it is without the fix.

                What the share is worth: with the checkers and faults that there were when the list was begun, 10 of its first 46 fixes were found.
                Checkers and faults were then added, each for a kind of mistake and not for a commit (what the trace must say, when a port scan is due,
                what an attribute promises, answers that come late, logins that are shared), but with the list in view. So it tells how much of what is
                known the rig covers; what it does with mistakes that nobody has made yet has to be measured with others.

                """);
        page.append(String.format(Locale.ROOT, "%d fixes, %d found (%d %%)", fixes.size(), found, Math.round(100.0 * found / fixes.size())));
        long quick = fixes.stream().filter(fix -> fix.found() != null && fix.found().seconds() <= FixSearch.SECONDS).count();
        page.append(", ").append(quick).append(" of them within a minute").append(hunts(fixes)).append(".\n\n");
        page.append("| Commit | Linux | What was wrong | Undone in | Found by |\n|---|---|---|---|---|\n");
        fixes.forEach(fix -> page.append(row(fix)));
        page.append("""

                ## Mistakes that Linux still has

                The port has them as well, so nothing is undone: `kitchen-sink` shows them in the driver as it is (`OpenHunt`; seeds above 2,000, a run of
                100,000). `docs/c-driver-findings.md`
                tells more of each, and has those that no search finds. What the lab recognises as such a mistake it notes, and a planted one with the
                same symptom it reports (`explore.mutant.KnownMistakeMutantTest`).

                | Mistake | Linux | What is wrong | Shown by `kitchen-sink` | Shown by a test |
                |---|---|---|---|---|
                """);
        OpenMistakes.ALL.forEach(mistake -> page.append(row(mistake)));
        return page.toString();
    }

    private static String row(OpenMistake mistake) {
        List<OpenFile.Found> found = OpenFile.read().stream().filter(line -> line.id().equals(mistake.id())).toList();
        String seeds = found.stream().map(line -> "level " + line.level() + ", seed " + line.seed()).collect(Collectors.joining("; "));
        String shown = found.isEmpty() ? String.format(Locale.ROOT, "not by %,d seeds", OpenHunt.MOST_SEEDS)
                : "`--refill " + mistake.policy() + "`, " + seeds + ": " + shortened(found.get(0).shown());
        return "| " + mistake.id() + " | " + mistake.linux() + " | " + mistake.wrong() + " | " + shown + " | `" + mistake.test() + "` |\n";
    }

    private static String hunts(List<Fix> fixes) {
        return Hunt.ALL_HUNTS.stream().map(Hunt::name)
                .map(name -> name + " " + fixes.stream().filter(fix -> fix.found() != null && fix.found().hunt().equals(name)).count())
                .collect(Collectors.joining(", ", ": ", ""));
    }

    private static String row(Fix fix) {
        String files = fix.undo().stream().map(Undo::file).map(file -> "`" + file.substring(file.lastIndexOf('/') + 1) + "`").collect(Collectors.joining(", "));
        return "| " + fix.id() + (fix.seen() ? "" : "*") + " | " + fix.linux() + " | *" + fix.title() + "* " + fix.wrong() + " | " + files + " | "
                + found(fix) + " |\n";
    }

    private static String shortened(String finding) {
        String part = finding.length() <= SHORT ? finding : finding.substring(0, finding.lastIndexOf(' ', SHORT)) + " ...";
        return part.replace("|", "\\|");
    }

    private static String found(Fix fix) {
        Fix.Found found = fix.found();
        if (found == null) {
            return "nothing: " + fix.why();
        }
        return String.format(Locale.ROOT, "%s, level %s, %sseed %d, %.1f s: %s", found.hunt(), found.level(),
                found.hunt().contains(found.moment()) ? "" : found.moment() + ", ", found.seed(), found.seconds(), shortened(found.finding()))
                + (fix.why().isEmpty() ? "" : "; " + fix.why());
    }
}
