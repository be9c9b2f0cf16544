namespace IdentityPools.EngineHost;

/// <summary>The console, or what stands for it.</summary>
internal sealed class ConsoleOutput : IEngineOutput
{
    private const int WidthWithoutWindow = 120;

    public int Width { get; private init; }

    public bool IsPlain { get; private init; }

    public static ConsoleOutput Create() =>
        new()
        {
            Width = Console.IsOutputRedirected || Console.WindowWidth <= 0 ? WidthWithoutWindow : Console.WindowWidth,
            IsPlain = Console.IsOutputRedirected || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
        };

    public void Write(string text) => Console.Out.Write(text);

    public void WriteError(string text) => Console.Error.Write(text);
}
