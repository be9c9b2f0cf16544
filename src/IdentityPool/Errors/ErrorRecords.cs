using System.Management.Automation;
using IdentityPools.Ports;
using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Errors;

/// <summary>Every error record that a command writes.</summary>
internal static class ErrorRecords
{
    public static ErrorRecord Create(DefinitionException exception) => Record(exception, exception.ErrorId, exception.Target);

    public static ErrorRecord Create(ServiceException exception, object? target) => Record(exception, exception.ErrorId, exception.Target ?? target);

    public static ErrorRecord IdentityPoolNotFound(string name, string region) =>
        Create(
            new ServiceException(
                "IdentityPoolNotFound",
                ServiceErrorKind.NotFound,
                MessageText.Format(nameof(Messages.IdentityPoolNameNotFound), name, region),
                name
            ),
            name
        );

    /// <summary>An error in the text of a template.</summary>
    /// <param name="exception">The error.</param>
    /// <param name="path">The file; null for text that came by the pipeline.</param>
    public static ErrorRecord Create(TemplateTextException exception, string? path)
    {
        var errorId = exception.Kind switch
        {
            TemplateTextErrorKind.TooDeep => "TemplateTooDeep",
            TemplateTextErrorKind.DuplicateKey => "TemplateDuplicateKey",
            TemplateTextErrorKind.NotSupported => "TemplateNotSupported",
            _ => "TemplateMalformed",
        };
        return Record(new InvalidDataException(InFile(path, exception), exception), errorId, path);
    }

    /// <summary>An error of a definition that stands in a file: what the prompt could not take or has already is invalid data there.</summary>
    /// <param name="exception">The error.</param>
    /// <param name="path">The file; null for text that came by the pipeline.</param>
    public static ErrorRecord Create(DefinitionException exception, string? path) =>
        Record(
            new InvalidDataException(InFile(path, exception), exception),
            exception.ErrorId,
            ErrorCategories.Find(exception.ErrorId) is var category and not (ErrorCategory.InvalidArgument or ErrorCategory.ResourceExists)
                ? category
                : ErrorCategory.InvalidData,
            path ?? exception.Target
        );

    private static string InFile(string? path, Exception exception) =>
        path is null ? exception.Message : MessageText.Format(nameof(Messages.InFile), path, exception.Message);

    public static ErrorRecord FileNotFound(string path, Exception? inner = null) => FileNotFound(nameof(Messages.FileNotFound), path, inner);

    /// <summary>The same error of a path with wildcards, which may not be meant as such.</summary>
    public static ErrorRecord NoFileFits(string path, Exception? inner = null) => FileNotFound(nameof(Messages.NoFileFits), path, inner);

    /// <summary>The drive of a path that does not exist; text of a file that was given as its path may begin like one.</summary>
    public static ErrorRecord DriveNotFound(string path, string drive, Exception inner) =>
        IsText(path)
            ? FileNotFound(path, inner)
            : Record(
                new System.IO.DriveNotFoundException(MessageText.Format(nameof(Messages.DriveNotFound), path, drive), inner),
                nameof(Messages.DriveNotFound),
                path
            );

    public static ErrorRecord FileTooLong(string path, long maximum) =>
        Record(new InvalidDataException(MessageText.Format(nameof(Messages.FileTooLong), path, maximum)), nameof(Messages.FileTooLong), path);

    public static ErrorRecord DirectoryNotFound(string path) =>
        Record(new DirectoryNotFoundException(MessageText.Format(nameof(Messages.DirectoryNotFound), path)), nameof(Messages.DirectoryNotFound), path);

    public static ErrorRecord PathIsDirectory(string path) =>
        Record(new IOException(MessageText.Format(nameof(Messages.PathIsDirectory), path)), nameof(Messages.PathIsDirectory), path);

    /// <summary>The same where a template is to be written.</summary>
    public static ErrorRecord ExportPathIsDirectory(string path) =>
        Record(new IOException(MessageText.Format(nameof(Messages.ExportPathIsDirectory), path)), nameof(Messages.PathIsDirectory), path);

    public static ErrorRecord PathNotFileSystem(string path, string provider) =>
        Record(new NotSupportedException(MessageText.Format(nameof(Messages.PathNotFileSystem), path, provider)), nameof(Messages.PathNotFileSystem), path);

    public static ErrorRecord IntoAmbiguous(string path) =>
        Record(new ArgumentException(MessageText.Format(nameof(Messages.IntoAmbiguous), path)), nameof(Messages.IntoAmbiguous), path);

    public static ErrorRecord PathAmbiguous(string path, int count) =>
        Record(new ArgumentException(MessageText.Format(nameof(Messages.PathAmbiguous), path, count)), nameof(Messages.PathAmbiguous), path);

    public static ErrorRecord FileExists(string path) =>
        Record(new IOException(MessageText.Format(nameof(Messages.FileExists), path)), nameof(Messages.FileExists), path);

    public static ErrorRecord ConfirmationNeeded(string path) =>
        Record(new InvalidOperationException(MessageText.Format(nameof(Messages.ConfirmationNeededToWrite), path)), nameof(Messages.ConfirmationNeeded), path);

    public static ErrorRecord FileReadOnly(string path) =>
        Record(new UnauthorizedAccessException(MessageText.Format(nameof(Messages.FileReadOnly), path)), nameof(Messages.FileReadOnly), path);

    /// <summary>What the system says against writing a file, as an error that says what to do.</summary>
    public static ErrorRecord FileNotWritten(string path, Exception inner) =>
        inner switch
        {
            PathTooLongException => PathTooLong(path, inner),
            DirectoryNotFoundException => DirectoryNotFound(Path.GetDirectoryName(path) ?? path),
            UnauthorizedAccessException => Record(
                new UnauthorizedAccessException(MessageText.Format(nameof(Messages.FileWriteDenied), path), inner),
                nameof(Messages.FileWriteDenied),
                path
            ),
            _ when IsDiskFull(inner) => Record(new IOException(MessageText.Format(nameof(Messages.DiskFull), path), inner), nameof(Messages.DiskFull), path),
            _ => Record(
                new IOException(MessageText.Format(nameof(Messages.FileNotWritten), path, inner.Message), inner),
                nameof(Messages.FileNotWritten),
                path
            ),
        };

    /// <summary>One of several files failed, and others could not be put back.</summary>
    public static ErrorRecord FilesPartlyWritten(IReadOnlyList<string> paths, Exception reason) =>
        Record(
            new IOException(MessageText.Format(nameof(Messages.FilesPartlyWritten), string.Join(", ", paths), reason.Message), reason),
            nameof(Messages.FilesPartlyWritten),
            paths[0]
        );

    public static ErrorRecord FileNotText(string path, int place, Exception? inner = null) =>
        Record(new InvalidDataException(MessageText.Format(nameof(Messages.FileNotText), path, place), inner), nameof(Messages.FileNotText), path);

    public static ErrorRecord PathInvalid(string path, Exception? inner = null) =>
        Record(new ArgumentException(MessageText.Format(nameof(Messages.PathInvalid), LongText.Cut(path)), inner), nameof(Messages.PathInvalid), path);

    public static ErrorRecord PathLinkLoop(string path) =>
        Record(new IOException(MessageText.Format(nameof(Messages.PathLinkLoop), path)), nameof(Messages.PathLinkLoop), path);

    public static ErrorRecord PathTooLong(string path, Exception inner) =>
        Record(new PathTooLongException(MessageText.Format(nameof(Messages.PathTooLong), LongText.Cut(path)), inner), nameof(Messages.PathTooLong), path);

    public static ErrorRecord PathIsFile(string path) =>
        Record(new IOException(MessageText.Format(nameof(Messages.PathIsFile), path)), nameof(Messages.PathIsFile), path);

    public static ErrorRecord FileNotRead(string path, Exception inner) =>
        inner is PathTooLongException
            ? PathTooLong(path, inner)
            : Record(new IOException(MessageText.Format(nameof(Messages.FileNotRead), path, inner.Message), inner), nameof(Messages.FileNotRead), path);

    public static ErrorRecord ModuleFileMissing(string path, Exception inner) =>
        Record(new FileNotFoundException(MessageText.Format(nameof(Messages.ModuleFileMissing), path), path, inner), nameof(Messages.ModuleFileMissing), path);

    public static ErrorRecord ForeignResources(string path, IReadOnlyList<string> ids) =>
        Record(new IOException(MessageText.Format(nameof(Messages.ForeignResources), path, string.Join(", ", ids))), nameof(Messages.ForeignResources), path);

    public static ErrorRecord FormatUnknown(string path) =>
        Record(new ArgumentException(MessageText.Format(nameof(Messages.FormatUnknown), path)), nameof(Messages.FormatUnknown), path);

    private static ErrorRecord FileNotFound(string sentence, string path, Exception? inner)
    {
        var firstLine = path.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? path[..end] + "..." : path;
        var message = IsText(path) ? MessageText.Format(nameof(Messages.TextAsPath), LongText.Cut(firstLine)) : MessageText.Format(sentence, path);
        return Record(new FileNotFoundException(message, path, inner), nameof(Messages.FileNotFound), path);
    }

    /// <summary>Whether a path looks like the text of a file: of several lines, or as long as no path is.</summary>
    private static bool IsText(string path) => path.AsSpan().IndexOfAny('\r', '\n') >= 0 || LongText.IsLong(path);

    /// <summary>ENOSPC and EDQUOT, or what Windows calls a full disk: .NET has no exception for it.</summary>
    private static bool IsDiskFull(Exception exception) =>
        OperatingSystem.IsWindows()
            ? exception.HResult is unchecked((int)0x80070070) or unchecked((int)0x80070027)
            : exception.HResult == 28 || exception.HResult == (OperatingSystem.IsMacOS() ? 69 : 122);

    /// <summary>The target keeps its value; what the engine writes of it beside the category is shown safely.</summary>
    private static ErrorRecord Record(Exception exception, string errorId, object? target) => Record(exception, errorId, ErrorCategories.Find(errorId), target);

    private static ErrorRecord Record(Exception exception, string errorId, ErrorCategory category, object? target)
    {
        var record = new ErrorRecord(exception, errorId, category, target);
        record.CategoryInfo.TargetName = target is null ? "" : ShownText.Escape(LongText.Cut(target.ToString() ?? ""));
        return record;
    }
}
