import Logging

extension CommonOptions {
    /// Speaks on standard error: warnings, or everything with `--verbose`.
    var logger: Logger {
        var logger = Logger(label: "heddle") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = verbose ? .debug : quiet ? .error : .warning
        return logger
    }
}
