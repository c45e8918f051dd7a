// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.zfcp4j.checked.BranchInstrumenter;
import org.zfcp4j.checked.Branches;
import org.zfcp4j.checked.CopyLoader;
import org.zfcp4j.checked.FieldInstrumenter;
import org.zfcp4j.explore.Strategy;

/**
 * The command line in classes that are changed so that their accesses to memory, or the branches that they take, are observed: called with its
 * arguments, the two streams and the places of the branches, returns the exit status.
 */
public final class ChangedMain implements Function<Object[], Integer> {
    private static final String RACES = "--races";
    private static final String STRATEGY = "--strategy";

    /** True if the arguments ask for it, and this is not the copy. */
    static boolean isMeant(List<String> arguments) {
        return !CopyLoader.hasLoaded(ChangedMain.class) && (arguments.contains(RACES) || countsBranches(arguments));
    }

    private static boolean countsBranches(List<String> arguments) {
        String coverage = Strategy.COVERAGE.word();
        int at = arguments.indexOf(STRATEGY);
        return at >= 0 && at + 1 < arguments.size() && arguments.get(at + 1).equals(coverage) || arguments.contains(STRATEGY + '=' + coverage);
    }

    /** Runs a command line in the copy. */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        BranchInstrumenter branches = new BranchInstrumenter();
        CopyLoader loader = arguments.contains(RACES) ? CopyLoader.checked(FieldInstrumenter.ofDriver()) : CopyLoader.plain(branches);
        @SuppressWarnings("unchecked")
        Function<Object[], Integer> copy = loader.newInstance(ChangedMain.class, Function.class);
        return copy.apply(new Object[] {arguments.toArray(String[]::new), out, err, branches.places()});
    }

    @Override
    @SuppressWarnings("unchecked")
    public Integer apply(Object[] call) {
        Branches.name((List<String>) call[3]);
        return Main.run(new ArrayList<>(List.of((String[]) call[0])), (PrintStream) call[1], (PrintStream) call[2]);
    }
}
