using AchieveApex.Api.Commands;

return await CommandLine.Run(args);
