using System.Globalization;
using IdentityPools.Ports;

namespace IdentityPools.SandboxServer;

/// <summary>What the command line asks for.</summary>
internal sealed record ServerOptions
{
    public const string Usage = "SandboxServer [--port <0-65535>] [--account-id <12 digits>] [--latency <milliseconds>]";

    /// <summary>The port; 0 for any that is free.</summary>
    public int Port { get; private init; }

    public string AccountId { get; private init; } = SandboxDefaults.AccountId;

    public TimeSpan Latency { get; private init; }

    /// <exception cref="FormatException">The command line is not as it should be.</exception>
    public static ServerOptions Parse(string[] arguments)
    {
        var options = new ServerOptions();
        for (var index = 0; index < arguments.Length; index += 2)
        {
            var value = index + 1 < arguments.Length ? arguments[index + 1] : throw new FormatException(Usage);
            options = arguments[index] switch
            {
                "--port" => options with { Port = Number(value, ushort.MaxValue) },
                "--account-id" when value.Length == 12 && value.All(char.IsAsciiDigit) => options with { AccountId = value },
                "--latency" => options with { Latency = TimeSpan.FromMilliseconds(Number(value, int.MaxValue)) },
                _ => throw new FormatException(Usage),
            };
        }

        return options;
    }

    private static int Number(string text, int maximum) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= maximum ? number : throw new FormatException(Usage);
}
