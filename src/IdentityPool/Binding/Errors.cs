using System.Management.Automation;
using IdentityPools.Ports;
using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Binding;

/// <summary>Every error record that a command writes.</summary>
internal static class Errors
{
    public static ErrorRecord Of(DefinitionException fault) => Record(fault, fault.ErrorId, CategoryOf(fault.ErrorId), fault.Target);

    public static ErrorRecord Of(ServiceException fault, object? target) => Record(fault, fault.ErrorId, CategoryOf(fault.Kind), fault.Target ?? target);

    public static ErrorRecord IdentityPoolNotFound(string name, string region) =>
        Of(
            new ServiceException(
                "IdentityPoolNotFound",
                ServiceFaultKind.NotFound,
                Fault.Sentence(nameof(Messages.IdentityPoolNameNotFound), name, region),
                name
            ),
            name
        );

    public static ErrorRecord Of(TemplateTextException fault, string path)
    {
        var (id, category) = fault.Fault switch
        {
            TemplateTextFault.TooDeep => ("TemplateTooDeep", ErrorCategory.LimitsExceeded),
            TemplateTextFault.DuplicateKey => ("TemplateDuplicateKey", ErrorCategory.InvalidData),
            TemplateTextFault.NotSupported => ("TemplateNotSupported", ErrorCategory.NotImplemented),
            _ => ("TemplateMalformed", ErrorCategory.ParserError),
        };
        return InFile(new InvalidDataException(Fault.Sentence(nameof(Messages.InFile), path, fault.Message), fault), id, category, path);
    }

    /// <summary>A fault of a definition that stands in a file.</summary>
    public static ErrorRecord Of(DefinitionException fault, string path) =>
        InFile(new InvalidDataException(Fault.Sentence(nameof(Messages.InFile), path, fault.Message), fault), fault.ErrorId, ErrorCategory.InvalidData, path);

    public static ErrorRecord FileNotFound(string path, Exception? inner = null) => FileNotFound(nameof(Messages.FileNotFound), path, inner);

    /// <summary>The same fault of a path with wildcards, which may not be meant as such.</summary>
    public static ErrorRecord NoFileFits(string path, Exception? inner = null) => FileNotFound(nameof(Messages.NoFileFits), path, inner);

    public static ErrorRecord FileTooLong(string path, long maximum) =>
        InFile(
            new InvalidDataException(Fault.Sentence(nameof(Messages.FileTooLong), path, maximum)),
            nameof(Messages.FileTooLong),
            ErrorCategory.LimitsExceeded,
            path
        );

    public static ErrorRecord DirectoryNotFound(string path) =>
        InFile(
            new DirectoryNotFoundException(Fault.Sentence(nameof(Messages.DirectoryNotFound), path)),
            nameof(Messages.DirectoryNotFound),
            ErrorCategory.ObjectNotFound,
            path
        );

    public static ErrorRecord PathIsDirectory(string path) =>
        InFile(new IOException(Fault.Sentence(nameof(Messages.PathIsDirectory), path)), nameof(Messages.PathIsDirectory), ErrorCategory.InvalidArgument, path);

    /// <summary>The same where a template is to be written.</summary>
    public static ErrorRecord ExportPathIsDirectory(string path) =>
        InFile(
            new IOException(Fault.Sentence(nameof(Messages.ExportPathIsDirectory), path)),
            nameof(Messages.PathIsDirectory),
            ErrorCategory.InvalidArgument,
            path
        );

    public static ErrorRecord PathNotFileSystem(string path, string provider) =>
        InFile(
            new NotSupportedException(Fault.Sentence(nameof(Messages.PathNotFileSystem), path, provider)),
            nameof(Messages.PathNotFileSystem),
            ErrorCategory.InvalidArgument,
            path
        );

    public static ErrorRecord PathAmbiguous(string path, int count) =>
        InFile(
            new ArgumentException(Fault.Sentence(nameof(Messages.PathAmbiguous), path, count)),
            nameof(Messages.PathAmbiguous),
            ErrorCategory.InvalidArgument,
            path
        );

    public static ErrorRecord FileExists(string path) =>
        InFile(new IOException(Fault.Sentence(nameof(Messages.FileExists), path)), nameof(Messages.FileExists), ErrorCategory.ResourceExists, path);

    public static ErrorRecord FileReadOnly(string path) =>
        InFile(
            new UnauthorizedAccessException(Fault.Sentence(nameof(Messages.FileReadOnly), path)),
            nameof(Messages.FileReadOnly),
            ErrorCategory.PermissionDenied,
            path
        );

    /// <summary>What the system says against writing a file, as an error that says what to do.</summary>
    public static ErrorRecord FileNotWritten(string path, Exception inner) =>
        inner switch
        {
            PathTooLongException => PathTooLong(path, inner),
            DirectoryNotFoundException => DirectoryNotFound(Path.GetDirectoryName(path) ?? path),
            UnauthorizedAccessException => InFile(
                new UnauthorizedAccessException(Fault.Sentence(nameof(Messages.FileWriteDenied), path), inner),
                nameof(Messages.FileWriteDenied),
                ErrorCategory.PermissionDenied,
                path
            ),
            _ when IsDiskFull(inner) => InFile(
                new IOException(Fault.Sentence(nameof(Messages.DiskFull), path), inner),
                nameof(Messages.DiskFull),
                ErrorCategory.WriteError,
                path
            ),
            _ => InFile(
                new IOException(Fault.Sentence(nameof(Messages.FileNotWritten), path, inner.Message), inner),
                nameof(Messages.FileNotWritten),
                ErrorCategory.WriteError,
                path
            ),
        };

    /// <summary>One of several files failed, and others could not be put back.</summary>
    public static ErrorRecord FilesPartlyWritten(IReadOnlyList<string> paths, Exception reason) =>
        InFile(
            new IOException(Fault.Sentence(nameof(Messages.FilesPartlyWritten), string.Join(", ", paths), reason.Message), reason),
            nameof(Messages.FilesPartlyWritten),
            ErrorCategory.WriteError,
            paths[0]
        );

    public static ErrorRecord FileNotText(string path, int place, Exception? inner = null) =>
        InFile(
            new InvalidDataException(Fault.Sentence(nameof(Messages.FileNotText), path, place), inner),
            nameof(Messages.FileNotText),
            ErrorCategory.InvalidData,
            path
        );

    public static ErrorRecord PathInvalid(string path, Exception? inner = null) =>
        InFile(
            new ArgumentException(Fault.Sentence(nameof(Messages.PathInvalid), LongText.Cut(path)), inner),
            nameof(Messages.PathInvalid),
            ErrorCategory.InvalidArgument,
            path
        );

    public static ErrorRecord PathLinkLoop(string path) =>
        InFile(new IOException(Fault.Sentence(nameof(Messages.PathLinkLoop), path)), nameof(Messages.PathLinkLoop), ErrorCategory.InvalidArgument, path);

    public static ErrorRecord PathTooLong(string path, Exception inner) =>
        InFile(
            new PathTooLongException(Fault.Sentence(nameof(Messages.PathTooLong), LongText.Cut(path)), inner),
            nameof(Messages.PathTooLong),
            ErrorCategory.InvalidArgument,
            path
        );

    public static ErrorRecord PathIsFile(string path) =>
        InFile(new IOException(Fault.Sentence(nameof(Messages.PathIsFile), path)), nameof(Messages.PathIsFile), ErrorCategory.InvalidArgument, path);

    public static ErrorRecord FileNotRead(string path, Exception inner) =>
        inner is PathTooLongException
            ? PathTooLong(path, inner)
            : InFile(
                new IOException(Fault.Sentence(nameof(Messages.FileNotRead), path, inner.Message), inner),
                nameof(Messages.FileNotRead),
                ErrorCategory.ReadError,
                path
            );

    public static ErrorRecord ModuleFileMissing(string path, Exception inner) =>
        InFile(
            new FileNotFoundException(Fault.Sentence(nameof(Messages.ModuleFileMissing), path), path, inner),
            nameof(Messages.ModuleFileMissing),
            ErrorCategory.NotInstalled,
            path
        );

    public static ErrorRecord FormatUnknown(string path) =>
        InFile(
            new ArgumentException(Fault.Sentence(nameof(Messages.FormatUnknown), path)),
            nameof(Messages.FormatUnknown),
            ErrorCategory.InvalidArgument,
            path
        );

    private static ErrorRecord FileNotFound(string sentence, string path, Exception? inner)
    {
        var firstLine = path.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? path[..end] + "..." : path;
        var message =
            firstLine.Length < path.Length || LongText.IsLong(path)
                ? Fault.Sentence(nameof(Messages.TextAsPath), LongText.Cut(firstLine))
                : Fault.Sentence(sentence, path);
        return InFile(new FileNotFoundException(message, path, inner), nameof(Messages.FileNotFound), ErrorCategory.ObjectNotFound, path);
    }

    /// <summary>ENOSPC and EDQUOT, or what Windows calls a full disk: .NET has no exception for it.</summary>
    private static bool IsDiskFull(Exception exception) =>
        OperatingSystem.IsWindows()
            ? exception.HResult is unchecked((int)0x80070070) or unchecked((int)0x80070027)
            : exception.HResult == 28 || exception.HResult == (OperatingSystem.IsMacOS() ? 69 : 122);

    private static ErrorRecord InFile(Exception exception, string id, ErrorCategory category, string path) => Record(exception, id, category, path);

    /// <summary>The target keeps its value; what the engine writes of it beside the category is shown safely.</summary>
    private static ErrorRecord Record(Exception exception, string id, ErrorCategory category, object? target)
    {
        var record = new ErrorRecord(exception, id, category, target);
        record.CategoryInfo.TargetName = target is null ? "" : ShownText.Of(LongText.Cut(target.ToString() ?? ""));
        return record;
    }

    private static ErrorCategory CategoryOf(ServiceFaultKind kind) =>
        kind switch
        {
            ServiceFaultKind.NotFound => ErrorCategory.ObjectNotFound,
            ServiceFaultKind.Conflict => ErrorCategory.ResourceExists,
            ServiceFaultKind.Authentication => ErrorCategory.AuthenticationError,
            ServiceFaultKind.Denied => ErrorCategory.PermissionDenied,
            ServiceFaultKind.Quota => ErrorCategory.QuotaExceeded,
            ServiceFaultKind.Throttled => ErrorCategory.ResourceBusy,
            ServiceFaultKind.Connection => ErrorCategory.ConnectionError,
            ServiceFaultKind.Service => ErrorCategory.ResourceUnavailable,
            _ => ErrorCategory.InvalidArgument,
        };

    private static ErrorCategory CategoryOf(string errorId) =>
        errorId switch
        {
            _ when errorId.StartsWith("Duplicate", StringComparison.Ordinal) || errorId.StartsWith("Second", StringComparison.Ordinal) =>
                ErrorCategory.ResourceExists,
            _ when errorId.StartsWith("TooMany", StringComparison.Ordinal) || errorId.EndsWith("TooLarge", StringComparison.Ordinal) =>
                ErrorCategory.LimitsExceeded,
            nameof(Messages.ConfirmationNeeded) => ErrorCategory.InvalidOperation,
            _ when errorId.StartsWith("Unknown", StringComparison.Ordinal) || errorId.EndsWith("Missing", StringComparison.Ordinal) =>
                ErrorCategory.ObjectNotFound,
            _ => ErrorCategory.InvalidArgument,
        };
}
