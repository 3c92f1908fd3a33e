using Microsoft.Extensions.Logging;

namespace AchieveApex.Application.Gadgets;

[Breaks("Logs_never_get_a_record_or_what_a_client_sent")]
public static class GadgetsThatLogThemselves
{
    public static void Log(ILogger log, long id, AnyFields fields) => log.LogInformation("Gadget {Id} has {Fields}", id, fields);
}
