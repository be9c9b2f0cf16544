using System.Globalization;

namespace AwsServiceClients.Protocol;

/// <summary>Points in time as services write them; always UTC.</summary>
internal static class WireTime
{
    /// <exception cref="FormatException">There is no such point in time.</exception>
    public static DateTime OfEpoch(decimal seconds)
    {
        try
        {
            return DateTime.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));
        }
        catch (Exception exception) when (exception is OverflowException or ArgumentOutOfRangeException)
        {
            throw new FormatException(exception.Message, exception);
        }
    }

    /// <exception cref="FormatException">It is not an ISO 8601 time.</exception>
    public static DateTime Parse(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public static string Write(DateTime time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);
}
