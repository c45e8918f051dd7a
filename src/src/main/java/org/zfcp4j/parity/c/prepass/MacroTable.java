// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.prepass;

import java.util.LinkedHashMap;
import java.util.Map;

/** Macros that are defined at some point of the text. */
public final class MacroTable {
    private final Map<String, Macro> macros;

    public MacroTable() {
        macros = new LinkedHashMap<>();
    }

    private MacroTable(Map<String, Macro> macros) {
        this.macros = new LinkedHashMap<>(macros);
    }

    public Macro get(String name) {
        return macros.get(name);
    }

    public void define(Macro macro) {
        macros.remove(macro.name());
        macros.put(macro.name(), macro);
    }

    public void undefine(String name) {
        macros.remove(name);
    }

    public boolean isDefined(String name) {
        return macros.containsKey(name);
    }

    /** All macros in the order of their definitions. */
    public Iterable<Macro> all() {
        return macros.values();
    }

    public MacroTable copy() {
        return new MacroTable(macros);
    }
}
