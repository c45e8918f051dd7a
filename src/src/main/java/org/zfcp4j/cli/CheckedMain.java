// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.zfcp4j.checked.CopyLoader;
import org.zfcp4j.checked.FieldInstrumenter;
import org.zfcp4j.layout.Memory;

/** The command line in classes whose accesses to memory are observed: called with its arguments and the two streams, returns the exit status. */
public final class CheckedMain implements Function<Object[], Integer> {
    private static final String OPTION = "--races";

    /** True if the arguments ask for it, and this is not the copy that observes. */
    static boolean isMeant(List<String> arguments) {
        return arguments.contains(OPTION) && !Memory.CHECKED;
    }

    /** Runs a command line in the copy. */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        @SuppressWarnings("unchecked")
        Function<Object[], Integer> copy = CopyLoader.checked(FieldInstrumenter.ofDriver()).newInstance(CheckedMain.class, Function.class);
        return copy.apply(new Object[] {arguments.toArray(String[]::new), out, err});
    }

    @Override
    public Integer apply(Object[] call) {
        return Main.run(new ArrayList<>(List.of((String[]) call[0])), (PrintStream) call[1], (PrintStream) call[2]);
    }
}
