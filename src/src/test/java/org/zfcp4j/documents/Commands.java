// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.documents;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zfcp4j.cli.Main;
import org.zfcp4j.lab.scenario.Scenario;
import org.zfcp4j.lab.scenario.Scenarios;
import org.zfcp4j.zfcp.adapter.RefillPolicies;
import org.zfcp4j.zfcp.def.RefillPolicy;

/** Commands that a page shows and that the program, Maven or the build's folders do not have. */
final class Commands {
    private static final List<String> COMMANDS = List.of("run", "explore", "vectors", "parity", "dbf", "layout", "bench", "completion", "help");
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\S+");
    /** What the reader puts in. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\[?[A-Z][A-Z0-9]*\\]?(?:…|\\.\\.\\.)?|A\\.\\.B");
    private static final Pattern OPTION = Pattern.compile("\\[?(--[a-z][a-z-]*)\\]?");

    private final Repository repository;
    private final Map<String, String> usages = new HashMap<>();

    Commands(Repository repository) {
        this.repository = repository;
    }

    List<String> wrong(Document document) {
        List<String> wrong = new ArrayList<>();
        for (String command : document.commands()) {
            List<String> words = new ArrayList<>();
            for (Matcher matcher = WORD.matcher(command); matcher.find();) {
                words.add(matcher.group().replace("\"", ""));
            }
            String first = words.get(0);
            List<String> rest = words.subList(1, words.size());
            String fault = switch (first) {
                case "mvn" -> ofMaven(rest);
                case "JDK/bin/java" -> ofBenchmarks(rest.subList(1, rest.size()));
                case "zfcp4j", "./zfcp4j" -> ofZfcp4j(rest);
                default -> ofZfcp4j(words);
            };
            if (fault != null) {
                wrong.add(document.name() + ": " + command + ": " + fault);
            }
        }
        // An option in a sentence is one of some command.
        for (String span : document.spans()) {
            Matcher option = OPTION.matcher(span.split(" ")[0]);
            if (option.matches() && COMMANDS.stream().noneMatch(c -> takes(c, option.group(1)))) {
                wrong.add(document.name() + ": " + span + ": no such option");
            }
        }
        return wrong;
    }

    private String ofZfcp4j(List<String> words) {
        List<String> rest = words.stream().filter(word -> !word.startsWith("-D")).toList();
        String command = rest.isEmpty() ? "" : rest.get(0);
        if (usage(command).isEmpty()) {
            return "no such command";
        }
        for (int i = 1; i < rest.size(); i++) {
            String word = rest.get(i).replaceAll("^\\[|\\]$", "");
            if (word.startsWith("--")) {
                if (!takes(command, word)) {
                    return "no option " + word;
                }
                if (hasValue(command, word) && ++i < rest.size() && word.equals("--refill") && !isPolicy(rest.get(i))) {
                    return "no policy " + rest.get(i);
                }
            } else if (List.of("run", "explore").contains(command) && !isScenario(word)) {
                return "no scenario " + word;
            }
        }
        return null;
    }

    private static boolean isScenario(String word) {
        return PLACEHOLDER.matcher(word).matches() || Scenarios.all().stream().map(Scenario::name).anyMatch(word::equals);
    }

    private static boolean isPolicy(String word) {
        return PLACEHOLDER.matcher(word).matches() || RefillPolicies.all().stream().map(RefillPolicy::policyName).anyMatch(word::equals);
    }

    private boolean takes(String command, String option) {
        return Pattern.compile(Pattern.quote(option) + "\\b(?!-)").matcher(usage(command)).find();
    }

    private boolean hasValue(String command, String option) {
        return Pattern.compile(Pattern.quote(option) + " [A-Z]").matcher(usage(command)).find();
    }

    /** What {@code --help} prints; empty for a word that is no command. */
    private String usage(String command) {
        return usages.computeIfAbsent(command, c -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
            int status = Main.run(List.of(c, "--help"), printed, new PrintStream(OutputStream.nullOutputStream()));
            return status == 0 ? out.toString(StandardCharsets.UTF_8) : "";
        });
    }

    private String ofMaven(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith("-Dtest=")) {
                for (String test : word.substring("-Dtest=".length()).split(",")) {
                    if (!repository.hasClass("", test, null)) {
                        return "no test " + test;
                    }
                }
            } else if (word.equals("-pl")) {
                for (String module : words.get(++i).split(",")) {
                    if (!repository.resolves(Path.of(module, "pom.xml"))) {
                        return "no module " + module;
                    }
                }
            } else if (word.startsWith("-P") && !repository.read("pom.xml").contains("<id>" + word.substring(2) + "</id>")) {
                return "no profile " + word.substring(2);
            }
        }
        return null;
    }

    /** JMH takes a pattern of names, options of its own, and profilers, some of them ours. */
    private String ofBenchmarks(List<String> words) {
        for (String word : words) {
            String name = word.substring(word.lastIndexOf('.') + 1);
            if ((word.matches("[A-Z]\\w+") || word.startsWith("org.zfcp4j.")) && !PLACEHOLDER.matcher(word).matches()
                    && !repository.hasClass("", name, null)) {
                return "no benchmark or class " + word;
            }
        }
        return null;
    }
}
