// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

import java.util.Locale;

/** How names of structure classes follow from C names. */
final class CNames {

    private CNames() {
    }

    /** {@code fsf_qtcb_bottom_io} is {@code FsfQtcbBottomIo}. */
    static String className(String structure) {
        StringBuilder name = new StringBuilder();
        for (String word : structure.split("_")) {
            name.append(capital(word));
        }
        return name.toString();
    }

    /** {@code payload.link_down_info} is {@code PAYLOAD_LINK_DOWN_INFO}; what C hides behind a macro is left out. */
    static String constant(String path) {
        return visible(path).toUpperCase(Locale.ROOT);
    }

    /** Whether the member only fills room. */
    static boolean isReserved(String path) {
        String name = path.substring(path.lastIndexOf('.') + 1);
        return name.matches("(.*_)?(res|resvd|resv)\\d*") || name.equals("fl_zero");
    }

    private static String visible(String path) {
        String shown = path.startsWith("u.") ? path.substring(2)
                : path.startsWith("sp_u.") ? path.substring(path.lastIndexOf('.') + 1) : path;
        String name = shown.replace('.', '_');
        return name.startsWith("_") ? name.substring(1) : name;
    }

    private static String capital(String word) {
        return word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
