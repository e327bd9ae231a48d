package mnvh.daemon;

/** Where the log goes; log4j2.xml reads the same property. */
final class LogFile {
    /** System property that names the log's folder. */
    static final String FOLDER_PROPERTY = "mnvh.log.dir";

    private LogFile() {}

    /** @return the file, as the user would open it */
    static String path() {
        return System.getProperty(FOLDER_PROPERTY, "run/log") + "/mnvh.log";
    }
}
