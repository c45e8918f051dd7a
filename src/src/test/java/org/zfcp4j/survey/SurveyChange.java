// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.survey;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.zfcp4j.checked.CopyLoader;

/** Plays one change; a process of its own, since the change may kill it. */
public final class SurveyChange {
    private SurveyChange() {
    }

    /** Which place a number stands for, as long as the sources stay the same. */
    static Site site(List<Site> sites, long number) {
        return sites.get(new SplittableRandom(number).nextInt(sites.size()));
    }

    /** Prints what becomes of the change with the number that is given. */
    public static void main(String[] number) {
        Site site = site(Sites.all(), Long.parseLong(number[0]));
        UnaryOperator<?> hunt = CopyLoader.plain(bytes -> Sites.change(site, bytes)).newInstance(SurveyHunt.class, UnaryOperator.class);
        @SuppressWarnings("unchecked")
        UnaryOperator<String> typed = (UnaryOperator<String>) hunt;
        System.out.println(typed.apply("").replaceAll("\\s+", " "));
    }
}
