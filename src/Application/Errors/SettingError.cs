namespace AchieveApex.Application.Errors;

/// <summary>The program cannot start or a command cannot run as it was set up. The message is one line that says what to do.</summary>
public sealed class SettingError(string message) : Exception(message);
