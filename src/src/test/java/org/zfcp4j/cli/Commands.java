// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import java.util.List;
import org.zfcp4j.cli.usage.CommandUsage;

/** The commands, as arguments of tests. */
final class Commands {
    private Commands() {
    }

    static List<CommandUsage> all() {
        return Main.usages();
    }

    static List<String> names() {
        return all().stream().map(CommandUsage::name).toList();
    }
}
