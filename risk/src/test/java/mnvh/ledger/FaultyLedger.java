package mnvh.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import mnvh.config.LotsConfig;
import mnvh.state.Stateful;
import mnvh.units.FixedPoint;
import mnvh.universe.Universe;
import org.jspecify.annotations.Nullable;

/** This package once more, its tests included, with some classes replaced; everything else is what it is. */
final class FaultyLedger extends ClassLoader {
    private static final String PACKAGE = FaultyLedger.class.getPackageName() + ".";

    private final Map<String, byte[]> replaced;

    private FaultyLedger(Map<String, byte[]> replaced) {
        super(FaultyLedger.class.getClassLoader());
        this.replaced = replaced;
    }

    /** @return the campaign of the ledger as it is */
    static Supplier<String> sound() throws ReflectiveOperationException {
        return new FaultyLedger(Map.of()).campaign();
    }

    /**
     * @param folder empty, for this fault
     * @return the campaign of a ledger that has the fault
     */
    static Supplier<String> with(LedgerFault fault, Path folder) throws IOException, ReflectiveOperationException {
        Path source = Files.createDirectories(folder.resolve("source")).resolve(fault.file());
        Files.writeString(source, fault.source());
        Path classes = Files.createDirectories(folder.resolve("classes"));
        compile(fault, source, classes);
        Map<String, byte[]> edited = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = String.valueOf(file.getFileName());
                edited.put(PACKAGE + name.substring(0, name.lastIndexOf('.')), Files.readAllBytes(file));
            }
        }
        return new FaultyLedger(edited).campaign();
    }

    private static void compile(LedgerFault fault, Path source, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-proc:none", "-cp", classPath(), "-d", classes.toString());
            if (!compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(source))
                    .call()) {
                throw new IllegalStateException(fault.what() + " does not compile: " + said);
            }
        }
    }

    /** Where the classes came from that the ledger is made of, which a class path in a jar's manifest does not say. */
    private static String classPath() {
        List<Class<?>> needed = new ArrayList<>();
        needed.add(Ledger.class);
        needed.add(Stateful.class);
        needed.add(FixedPoint.class);
        needed.add(LotsConfig.class);
        needed.add(Universe.class);
        needed.add(Nullable.class);
        return needed.stream()
                .map(FaultyLedger::origin)
                .distinct()
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    private static String origin(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(type + " comes from nowhere", e);
        }
    }

    @SuppressWarnings("unchecked")
    private Supplier<String> campaign() throws ReflectiveOperationException {
        return (Supplier<String>)
                loadClass(PACKAGE + "FaultCampaign").getDeclaredConstructor().newInstance();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(PACKAGE)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] bytes = bytes(name);
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    private byte[] bytes(String name) throws ClassNotFoundException {
        byte[] edited = replaced.get(name);
        if (edited != null) {
            return edited;
        }
        try (InputStream original = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (original == null) {
                throw new ClassNotFoundException(name);
            }
            return original.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
